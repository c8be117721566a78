// Turns every Node warning (a deprecation, a leaked listener) into a failure of the suite.
// Files that share a process each run this, so the listener takes the place of the one before it.
process.removeAllListeners('warning').on('warning', (warning) => {
  throw warning;
});

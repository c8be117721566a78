// Turns every Node warning (a deprecation, a leaked listener) into a failure of the suite.
process.on('warning', (warning) => {
  throw warning;
});

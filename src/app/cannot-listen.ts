// Says what to do if a server cannot listen on its address.
import { OperatorError } from './operator-error.ts';

/**
 * Creates a handler for the failure of a server's start.
 *
 * @param variables the names of the variables with its address
 * @returns a function that throws an {OperatorError} if the server could not listen there, otherwise the failure
 *   itself
 */
export function cannotListen(variables: string, host: string, port: number): (failure: unknown) => never {
  return (failure) => {
    const { syscall, code, hostname } = failure as NodeJS.ErrnoException & { hostname?: string };
    // A failed look-up of a name is about this server only if it is the same name.
    if (syscall !== 'listen' && hostname !== host) throw failure;
    throw new OperatorError(
      `${variables}: cannot listen on ${host}, port ${port} (${code}). Choose another one.`,
      { cause: failure },
    );
  };
}

// Says what to do where a server cannot listen on the address that it was given.
import { OperatorError } from './operator-error.ts';

/**
 * Makes a handler for the failure of a server's start.
 * @param variables the names of the variables that say where it listens
 * @returns throws an {OperatorError} if it could not listen there, else the failure itself
 */
export function cannotListen(variables: string, host: string, port: number): (failure: unknown) => never {
  return (failure) => {
    const { syscall, code, hostname } = failure as NodeJS.ErrnoException & { hostname?: string };
    // A name that cannot be looked up is this server's only if it is the same.
    if (syscall !== 'listen' && hostname !== host) throw failure;
    throw new OperatorError(
      `${variables}: cannot listen on ${host}, port ${port} (${code}). Choose another one.`,
      { cause: failure },
    );
  };
}

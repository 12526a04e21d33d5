/**
 * The folder the user typed the command in, against which relative paths are meant: npm starts
 * scripts in the checkout's root and leaves the user's folder in INIT_CWD. An INIT_CWD inherited
 * from another npm script further up is not the user's.
 *
 * @param {string} script the entry in package.json
 */
export function typedIn(script, env = process.env, cwd = process.cwd()) {
  return env.npm_lifecycle_event === script && env.INIT_CWD ? env.INIT_CWD : cwd
}

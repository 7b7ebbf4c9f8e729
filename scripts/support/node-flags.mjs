/**
 * Flags of the server and of the command line. Without `__proto__`, a crafted header of an imported file cannot reach
 * Object.prototype; the warning silenced is Node's about features that it still calls experimental.
 */
export const NODE_FLAGS = ['--disable-proto=delete', '--disable-warning=ExperimentalWarning'];

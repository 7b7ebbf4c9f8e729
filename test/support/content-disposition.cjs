// @fastify/static requires this package for downloads, which no page uses. The package is an ES module since its
// version 3, and Jest cannot require ES modules before Node 24.9 although Node 20.19 can.
exports.create = (name) => {
  throw new Error(`No file is offered for download as ${name}.`);
};

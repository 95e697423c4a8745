// openapi-typescript needs the compiler API of TypeScript 5, which the project's own compiler no longer
// has. Its peer dependency would give it ours, so it becomes a dependency of its own.
module.exports = {
  hooks: {
    readPackage(pkg) {
      if (pkg.name === "openapi-typescript") {
        delete pkg.peerDependencies.typescript;
        pkg.dependencies.typescript = "5.9.3";
      }
      return pkg;
    },
  },
};

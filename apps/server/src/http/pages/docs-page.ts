/** The shells of Swagger UI and ReDoc. Scripts are files of their own: the policy allows none inline. */

const head = (title: string): string => `<meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${title}</title>
  <link rel="icon" href="/api/docs/favicon-32x32.png">`;

export const swaggerPage = `<!doctype html>
<html lang="en">
<head>
  ${head("Souk API: Swagger UI")}
  <link rel="stylesheet" href="/api/docs/swagger-ui.css">
</head>
<body>
  <div id="swagger-ui"></div>
  <script src="/api/docs/swagger-ui-bundle.js"></script>
  <script src="/api/docs/swagger-ui-standalone-preset.js"></script>
  <script src="/api/docs/init.js"></script>
</body>
</html>
`;

/** The validator badge would show the document's address to its maker's server. */
export const swaggerScript = `SwaggerUIBundle({
  url: "/api/schema/?format=json",
  dom_id: "#swagger-ui",
  deepLinking: true,
  persistAuthorization: false,
  validatorUrl: null,
  presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
  layout: "BaseLayout",
});
`;

export const redocPage = `<!doctype html>
<html lang="en">
<head>
  ${head("Souk API: ReDoc")}
  <style>body { margin: 0; }</style>
</head>
<body>
  <div id="redoc"></div>
  <script src="/api/redoc/redoc.js"></script>
  <script src="/api/redoc/init.js"></script>
</body>
</html>
`;

export const redocScript = `Redoc.init(
  "/api/schema/?format=json",
  { hideDownloadButton: false, disableSearch: false, theme: { typography: { fontFamily: "system-ui, sans-serif", headings: { fontFamily: "system-ui, sans-serif" } } } },
  document.getElementById("redoc"),
);
`;

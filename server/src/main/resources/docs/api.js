// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#api',
  deepLinking: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
  // else it would send the document to a service in the internet
  validatorUrl: null,
});

package dev.kontor.twin.magento.api;

/** Pages of HTML the shop answers with. */
final class Pages {
  static final String MAINTENANCE =
      """
      <!doctype html>
      <html xmlns="http://www.w3.org/1999/xhtml" >
      <head>
          <title>Error 503: Service Unavailable</title>
      </head>
      <body>
          <main class="page-main">

      <h1>Service Temporarily Unavailable</h1>
      <p>
          The server is temporarily unable to service your request due to maintenance downtime or capacity problems.
          Please try again later.
      </p>
          </main>
      </body>
      </html>
      """;

  private Pages() {}
}

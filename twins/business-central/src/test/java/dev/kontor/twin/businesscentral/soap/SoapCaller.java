package dev.kontor.twin.businesscentral.soap;

import dev.kontor.twin.businesscentral.BusinessCentralTwin;
import dev.kontor.twin.businesscentral.Options;
import dev.kontor.twin.businesscentral.access.KeyUser;
import dev.kontor.twin.businesscentral.partner.PartnerApp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Calls a published page of a server of one's own, well or badly. */
final class SoapCaller implements AutoCloseable {

  static final String SPACE = "urn:microsoft-dynamics-schemas/page/web_data";
  private static final PublishedPage PAGE =
      new PublishedPage(
          "Web_Data",
          new PartnerApp.Page(
              """
              webData webDataRow
                id guid ro
                Item_No code(20)
                Title string(10)
                Grade enum(_blank_,A)
                lastModifiedDateTime datetime ro""",
              "Item_No",
              "items",
              "number"));

  private final HttpClient http = HttpClient.newHttpClient();
  private final BusinessCentralTwin twin;

  SoapCaller() {
    try {
      twin =
          BusinessCentralTwin.start(
              Options.quick().onPremises(new KeyUser("U", "K", true)).publishing(PAGE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    http.close();
    twin.close();
  }

  HttpResponse<String> send(String action, String body) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(twin.uri() + "/BC/WS/Kontor%20Demo%20GmbH/Page/Web_Data"))
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder()
                        .encodeToString("U:K".getBytes(StandardCharsets.US_ASCII)));
    if (!action.isEmpty()) {
      request
          .header("Content-Type", "text/xml; charset=utf-8")
          .header("SOAPAction", '"' + action + '"')
          .POST(HttpRequest.BodyPublishers.ofString(envelope(body)));
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> perform(String operation, String content)
      throws IOException, InterruptedException {
    return send(
        SPACE + ":" + operation,
        "<%1$s xmlns='%2$s'>%3$s</%1$s>".formatted(operation, SPACE, content));
  }

  private static String envelope(String body) {
    return "<e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/'><e:Body>"
        + body
        + "</e:Body></e:Envelope>";
  }
}

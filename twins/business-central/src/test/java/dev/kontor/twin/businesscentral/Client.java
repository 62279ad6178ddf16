package dev.kontor.twin.businesscentral;

import dev.kontor.twin.kit.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;

/** A plain HTTP client of the twin, signed in, for tests. */
final class Client {
  private static final String SCOPE = "https%3A%2F%2Fapi.businesscentral.dynamics.com%2F.default";
  private final HttpClient http = HttpClient.newHttpClient();
  private final BusinessCentralTwin twin;
  private String token = "";

  Client(BusinessCentralTwin twin) throws IOException, InterruptedException {
    this.twin = twin;
    signIn();
  }

  void signIn() throws IOException, InterruptedException {
    token = body(token("kontor", "kontor-secret")).path("access_token").asString();
  }

  HttpResponse<String> token(String id, String secret) throws IOException, InterruptedException {
    String form =
        "grant_type=client_credentials&client_id="
            + id
            + "&client_secret="
            + secret
            + "&scope="
            + SCOPE;
    HttpRequest request =
        HttpRequest.newBuilder(twin.tokenUri())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    return http.send(request, BodyHandlers.ofString());
  }

  /** A path of the company, or an absolute path or address. */
  HttpResponse<String> send(String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    String address =
        path.startsWith("http")
            ? path
            : path.startsWith("/")
                ? twin.uri() + path
                : twin.apiUri() + "/companies(" + twin.companyId() + ")/" + path;
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address.replace(" ", "%20").replace("'", "%27")))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  /** Sends or reads bytes of a stream. */
  HttpResponse<byte[]> bytes(String method, String path, byte[] body, String... headers)
      throws IOException, InterruptedException {
    String address = twin.apiUri() + "/companies(" + twin.companyId() + ")/" + path;
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Authorization", "Bearer " + token)
            .method(method, BodyPublishers.ofByteArray(body));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return http.send(request.build(), BodyHandlers.ofByteArray());
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    return body(send("GET", path, ""));
  }

  JsonNode post(String path, String body) throws IOException, InterruptedException {
    return body(send("POST", path, body));
  }

  /** Changes whatever version is there. */
  JsonNode patch(String path, String body) throws IOException, InterruptedException {
    return body(send("PATCH", path, body, "If-Match", "*"));
  }

  /** Status, code and message of a refusal in one line. */
  String refused(String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = send(method, path, body, headers);
    JsonNode error = body(answer).path("error");
    return answer.statusCode()
        + " "
        + error.path("code").asString("none")
        + ": "
        + error.path("message").asString("");
  }

  /** The id of the first row of a set with this code or number. */
  String id(String set, String field, String value) throws IOException, InterruptedException {
    JsonNode rows = get(set + "?$filter=" + field + " eq '" + value + "'").path("value");
    return rows.path(0).path("id").asString();
  }

  static JsonNode body(HttpResponse<String> answer) {
    return answer.body().isEmpty() ? Json.object() : Json.MAPPER.readTree(answer.body());
  }
}

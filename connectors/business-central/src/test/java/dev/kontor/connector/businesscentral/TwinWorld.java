package dev.kontor.connector.businesscentral;

import dev.kontor.contract.DirectToolbox;
import dev.kontor.kit.BasicSignIn;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Http;
import dev.kontor.spi.Settings;
import dev.kontor.spi.Toolbox;
import dev.kontor.spi.WindowsUser;
import dev.kontor.twin.businesscentral.BusinessCentralTwin;
import dev.kontor.twin.businesscentral.Options;
import dev.kontor.twin.businesscentral.access.DomainUser;
import dev.kontor.twin.businesscentral.access.KeyUser;
import dev.kontor.twin.kit.ntlm.NtlmDoor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A running twin, a connector's way to it, and a person's way round the connector. */
final class TwinWorld implements AutoCloseable {

  static final Instant START = Instant.parse("2026-03-15T10:00:00Z");

  /** Of every run against this twin. */
  static final String EVIDENCE =
      "documentation and Microsoft's published source only; the twin was never compared with a running"
          + " system";

  static final String ACCESS_KEY = "q7Zs0Lr1mXw9Tn4Vb2Kc8Hd6Jf3Gy5Pa+/Qe1Ru4Ti0=";

  /** More than access keys and Basic could carry. */
  static final String PASSWORD = "Grün & Weiß €7";

  /** One pixel. */
  private static final String PNG =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

  /** Each clock stands still until a test moves it. */
  Instant twinTime = START;

  Instant connectorTime = START;
  final BusinessCentralTwin twin;
  final Toolbox toolbox;
  private final AutoCloseable network;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Options options;
  private String authorization = "";

  /** Signs in as a Windows user beside the connector, null where calls are signed. */
  private final @Nullable Http person;

  TwinWorld() {
    this(Options.quick());
  }

  /** With the companion app installed. */
  static TwinWorld withCompanion() {
    return new TwinWorld(Options.quick().withCompanion());
  }

  /** A server instance of one's own. */
  static TwinWorld onPremises(boolean apiServices) {
    return new TwinWorld(
        Options.quick().onPremises(new KeyUser("KONTOR", ACCESS_KEY, apiServices)));
  }

  /** A server instance of one's own that knows Windows users; its clock stands still. */
  static TwinWorld windows() {
    NtlmDoor door = new NtlmDoor("FIRM", "Kontor", PASSWORD, () -> START);
    return new TwinWorld(Options.quick().onPremises(new DomainUser(door)));
  }

  TwinWorld(Options options) {
    this.options = options;
    if (options.serverUser() instanceof DomainUser) {
      EngineToolbox engine = new EngineToolbox(() -> connectorTime, Duration.ofSeconds(10));
      this.toolbox = engine;
      this.network = engine;
      this.person = engine.http(new WindowsUser("FIRM", "kontor", PASSWORD));
    } else {
      DirectToolbox direct = new DirectToolbox(() -> connectorTime, Duration.ofSeconds(10));
      this.toolbox = direct;
      this.network = direct;
      this.person = null;
    }
    try {
      twin = BusinessCentralTwin.start(options.clocked(() -> twinTime));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    signIn();
  }

  boolean hasCompanion() {
    return options.hasCompanion();
  }

  /** Name of the setting that holds the secret. */
  String secret() {
    return switch (options.serverUser()) {
      case null -> "clientSecret";
      case KeyUser _ -> "accessKey";
      case DomainUser _ -> "password";
    };
  }

  /** Settings that lead to another server. */
  ObjectNode elsewhere(String root) {
    return options.serverUser() != null
        ? settingsJson().put("server", root + "/BC")
        : settingsJson().put("authority", root).put("apiRoot", root);
  }

  void signIn() {
    switch (options.serverUser()) {
      case null -> authorization = "Bearer " + token();
      case KeyUser _ ->
          authorization = new BasicSignIn("KONTOR", ACCESS_KEY).authorization().orElseThrow();
      case DomainUser windows -> windows.door().forget();
    }
  }

  private String token() {
    String form =
        "grant_type=client_credentials&client_id=kontor&client_secret=kontor-secret"
            + "&scope=https%3A%2F%2Fapi.businesscentral.dynamics.com%2F.default";
    return send(HttpRequest.newBuilder(twin.tokenUri())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)))
        .path("access_token")
        .asString();
  }

  /** Beside the connector, as another client of the API. */
  JsonNode call(String method, String path, String body) {
    return call(twin.apiUri(), method, path, body);
  }

  /** The same with the companion app's pages. */
  JsonNode companion(String method, String path, String body) {
    return call(twin.companionUri(), method, path, body);
  }

  /** The same with the pages of another app. */
  JsonNode app(String route, String method, String path, String body) {
    return call(twin.appUri(route), method, path, body);
  }

  private JsonNode call(URI api, String method, String path, String body) {
    URI address =
        URI.create(
            (api + "/companies(" + twin.companyId() + ")/" + path)
                .replace(" ", "%20")
                .replace("'", "%27"));
    return signed(
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .header("If-Match", "*")
            .method(method, HttpRequest.BodyPublishers.ofString(body)));
  }

  /** A new picture of an item, as a person uploads it. */
  void picture(String item) {
    twinTime = twinTime.plusSeconds(1);
    byte[] png = Base64.getDecoder().decode(PNG);
    png[png.length - 1] = (byte) twinTime.getEpochSecond();
    URI address =
        URI.create(
            twin.apiUri()
                + "/companies("
                + twin.companyId()
                + ")/"
                + item
                + "/picture/pictureContent");
    signed(
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/octet-stream")
            .header("If-Match", "*")
            .method("PATCH", HttpRequest.BodyPublishers.ofByteArray(png)));
  }

  JsonNode truth(String of) {
    return send(HttpRequest.newBuilder(URI.create(twin.uri() + "/_twin/truth/" + of)).GET())
        .path(of);
  }

  /** What a person does inside the ERP. */
  void control(String path, String body) {
    send(
        HttpRequest.newBuilder(URI.create(twin.uri() + "/_twin/" + path))
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  String id(String set, String number) {
    return call("GET", set + "?$filter=number eq '" + number + "'", "")
        .at("/value/0/id")
        .asString("");
  }

  private JsonNode signed(HttpRequest.Builder request) {
    return person == null
        ? send(request.header("Authorization", authorization))
        : read(person.write(request.build()));
  }

  private JsonNode send(HttpRequest.Builder request) {
    try {
      return read(http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode read(HttpResponse<byte[]> answer) {
    if (answer.statusCode() >= 300) {
      throw new AssertionError(answer.statusCode() + " " + new String(answer.body(), UTF_8));
    }
    return answer.body().length == 0 ? Json.object() : ModelJson.parse(answer.body());
  }

  /** Of a server that knows Windows users. */
  NtlmDoor windowsDoor() {
    return ((DomainUser) Objects.requireNonNull(options.serverUser())).door();
  }

  private static final java.nio.charset.Charset UTF_8 = java.nio.charset.StandardCharsets.UTF_8;

  /** Settings that fit the twin's demo company. */
  ObjectNode settingsJson() {
    ObjectNode json = Json.object();
    switch (options.serverUser()) {
      case null ->
          json.put("tenant", options.tenant())
              .put("environment", options.environment())
              .put("authority", twin.uri().toString())
              .put("apiRoot", twin.uri().toString())
              .put("clientId", "kontor")
              .put("clientSecret", "kontor-secret");
      case KeyUser _ ->
          json.put("server", twin.uri() + "/BC").put("user", "KONTOR").put("accessKey", ACCESS_KEY);
      case DomainUser _ ->
          json.put("server", twin.uri() + "/BC")
              .put("windowsUser", "firm\\kontor")
              .put("password", PASSWORD);
    }
    json.put("company", "Kontor Demo GmbH")
        .put("homeCountry", "DE")
        .put("localCurrency", "EUR")
        .put("skuScheme", "item-variant");
    json.set("vat", vat());
    json.set(
        "customerTax",
        ModelJson.parse(
            """
            [{"status":"domestic","taxArea":"DOMESTIC","debtor":"WEB"},
             {"status":"eu-business","taxArea":"EU"},
             {"status":"eu-consumer","country":"AT","taxArea":"OSS-AT","debtor":"WEB-AT"},
             {"status":"export","taxArea":"EXPORT"}]"""));
    json.set("shippingLine", line("8800").set("byRate", Json.object().put("7", "8801")));
    json.set("discountLine", line("8400").set("byRate", Json.object().put("7", "8300")));
    json.set("giftCardLine", line("1700"));
    json.set("roundingLine", line("8900"));
    json.put("invoices", "shipAndInvoice").put("shipments", "post");
    json.set("payments", Json.object().put("journal", "SHOP"));
    return json;
  }

  Settings settings() {
    return new Settings("erp", settingsJson());
  }

  private static ObjectNode line(String number) {
    return Json.object().put("number", number);
  }

  private static ObjectNode vat() {
    ObjectNode vat = Json.object();
    try (InputStream in =
        BusinessCentralTwin.class.getResourceAsStream("/business-central/demo-company.json")) {
      JsonNode company = ModelJson.parse(Objects.requireNonNull(in).readAllBytes());
      for (JsonNode cell : company.path("vatPostingSetup")) {
        String calculation = cell.path("calculation").asString("");
        vat.withObject("/" + cell.path("business").asString(""))
            .putObject(cell.path("product").asString(""))
            .put("rate", cell.path("percent").asString(""))
            .put("identifier", cell.path("identifier").asString(""))
            .put("calculation", calculation.startsWith("REVERSE") ? "reverse" : "normal");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return vat;
  }

  @Override
  public void close() {
    try {
      network.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    http.shutdownNow();
    twin.close();
  }
}

package dev.kontor.app.web;

import dev.kontor.app.observe.Telemetry;
import dev.kontor.engine.Connectors;
import dev.kontor.engine.Hub;
import dev.kontor.engine.HubSettings;
import dev.kontor.engine.Machinery;
import dev.kontor.engine.access.Right;
import dev.kontor.engine.config.AdministrationConfig;
import dev.kontor.engine.config.AlertsConfig;
import dev.kontor.engine.config.ConfigFile;
import dev.kontor.engine.config.HubConfig;
import dev.kontor.engine.config.RetentionRule;
import dev.kontor.engine.config.ValueTable;
import dev.kontor.engine.db.Database;
import dev.kontor.engine.db.Jdbc;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.ledger.Append;
import dev.kontor.engine.ledger.LedgerStore;
import dev.kontor.engine.setup.SetupDesk;
import dev.kontor.engine.vault.MasterKeys;
import dev.kontor.engine.vault.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A running hub without connections, behind its administration port. */
final class ObservedHub implements AutoCloseable {

  final HubGate gate = new HubGate(Telemetry.of(Map.of()));
  final Database database = Database.forTests();
  private final HttpClient client = HttpClient.newHttpClient();
  final Hub hub;
  final WebServer administration;
  private final String token;

  ObservedHub(Path home, Duration lease) {
    this(home, lease, AdministrationConfig.STANDARD);
  }

  ObservedHub(Path home, Duration lease, AdministrationConfig settings) {
    this(home, lease, config(Map.of(), false, settings));
  }

  /** With those tables, and a second person for decisions about money. */
  static ObservedHub careful(Path home, Map<String, ValueTable> tables) {
    HubConfig config = config(tables, true, AdministrationConfig.STANDARD);
    return new ObservedHub(home, Duration.ofSeconds(10), config);
  }

  private static HubConfig config(
      Map<String, ValueTable> tables, boolean fourEyes, AdministrationConfig administration) {
    return new HubConfig(
        null,
        Map.of(),
        tables,
        List.of(),
        Map.of(),
        RetentionRule.STANDARD,
        fourEyes,
        administration,
        AlertsConfig.NONE);
  }

  private ObservedHub(Path home, Duration lease, HubConfig config) {
    administration =
        WebServer.administration(
            InetAddress.getLoopbackAddress(), 0, gate, config.administration());
    Vault vault =
        Vault.open(
            database.general(),
            MasterKeys.load(Map.of(), home.resolve("master.key")),
            InstantSource.system());
    hub =
        new Hub(
            config,
            new Connectors(Map.of()),
            database,
            vault,
            new HubSettings(home, lease, Machinery.system()),
            gate.telemetry());
    hub.start();
    gate.open(hub);
    gate.offer(setup(home, vault));
    token = hub.access().tokens().create("all", Set.of(Right.values()), null, "test").secret();
  }

  /** Over a file without connections. */
  private SetupDesk setup(Path home, Vault vault) {
    try {
      Path file = Files.writeString(home.resolve("kontor.yaml"), "connections:\n");
      Connectors installed = Connectors.installed();
      return new SetupDesk(
          new ConfigFile(file, Map.of(), installed.schemas()), installed, database.hot(), vault);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sets the clock by which sessions and tokens end that much ahead. */
  void advance(Duration by) {
    Transactions.execute(
        database.general(),
        c ->
            Jdbc.update(
                c,
                "create or replace function hub_now() returns timestamptz language sql stable as"
                    + " 'select statement_timestamp() + interval ''"
                    + by.toSeconds()
                    + " seconds'''"));
  }

  /** A message about that document, in a flow that is not configured, so that it waits. */
  void plant(String flow, String sourceId) {
    Append notice =
        Append.notice(
            "erp|order|shop|" + sourceId, flow, 2, "pushed", "shop", sourceId, sourceId, null);
    Transactions.run(database.general(), c -> new LedgerStore().append(c, List.of(notice)));
  }

  /** The same, dead as a hub leaves what it cannot write, which waits for a person then. */
  void plantDead(String flow, String sourceId, String fault, String reason) {
    plant(flow, sourceId);
    // In the order of those who work on lanes.
    Transactions.execute(
        database.general(),
        c -> {
          Jdbc.update(c, "update lane set due = null, owner = null");
          Jdbc.update(
              c,
              "update message set state = 'dead', fault = ?, reason = ? where source_id = ?",
              fault,
              reason,
              sourceId);
        });
  }

  int port() {
    return administration.port();
  }

  /** As a program that may do everything. */
  HttpResponse<String> get(String path) throws Exception {
    return send(authorized(path));
  }

  HttpResponse<String> post(String path, String json) throws Exception {
    return send("POST", path, json);
  }

  HttpResponse<String> send(String method, String path, String json) throws Exception {
    return send(
        authorized(path)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(json)));
  }

  HttpRequest.Builder authorized(String path) {
    return to(path).header("Authorization", "Bearer " + token);
  }

  HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + administration.port() + path));
  }

  /** Without waiting for the end of an answer that has none. */
  int status(HttpRequest.Builder request) throws Exception {
    var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    answer.body().close();
    return answer.statusCode();
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Override
  public void close() {
    gate.close();
    administration.close();
    hub.close();
    client.close();
  }
}

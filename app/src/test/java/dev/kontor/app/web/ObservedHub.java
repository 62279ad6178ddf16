package dev.kontor.app.web;

import dev.kontor.app.observe.Telemetry;
import dev.kontor.engine.Connectors;
import dev.kontor.engine.Hub;
import dev.kontor.engine.HubSettings;
import dev.kontor.engine.Machinery;
import dev.kontor.engine.config.HubConfig;
import dev.kontor.engine.config.RetentionRule;
import dev.kontor.engine.db.Database;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.ledger.Append;
import dev.kontor.engine.ledger.LedgerStore;
import dev.kontor.engine.vault.MasterKeys;
import dev.kontor.engine.vault.Vault;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** A running hub without connections, behind its administration port. */
final class ObservedHub implements AutoCloseable {

  final HubGate gate = new HubGate(Telemetry.of(Map.of()));
  final Database database = Database.forTests();
  private final HttpClient client = HttpClient.newHttpClient();
  final Hub hub;
  private final WebServer administration = WebServer.administration(0, gate);

  ObservedHub(Path home, Duration lease) {
    Vault vault =
        Vault.open(
            database.general(),
            MasterKeys.load(Map.of(), home.resolve("master.key")),
            InstantSource.system());
    hub =
        new Hub(
            new HubConfig(null, Map.of(), Map.of(), List.of(), Map.of(), RetentionRule.STANDARD),
            new Connectors(Map.of()),
            database,
            vault,
            new HubSettings(home, lease, Machinery.system()),
            gate.telemetry());
    hub.start();
    gate.open(hub);
  }

  /** A message about that document, in a flow that is not configured, so that it waits. */
  void plant(String flow, String sourceId) {
    Append notice =
        Append.notice(
            "erp|order|shop|" + sourceId, flow, 2, "pushed", "shop", sourceId, sourceId, null);
    Transactions.run(database.general(), c -> new LedgerStore().append(c, List.of(notice)));
  }

  int port() {
    return administration.port();
  }

  HttpResponse<String> get(String path) throws Exception {
    return send(to(path));
  }

  HttpResponse<String> post(String path, String json) throws Exception {
    return send(
        to(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + administration.port() + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
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

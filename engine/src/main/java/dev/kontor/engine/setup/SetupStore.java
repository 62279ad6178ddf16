package dev.kontor.engine.setup;

import dev.kontor.engine.config.KeptConnection;
import dev.kontor.engine.config.KeptSettings;
import dev.kontor.engine.config.PackUse;
import dev.kontor.engine.db.Jdbc;
import dev.kontor.engine.vault.PayloadClass;
import dev.kontor.engine.vault.Sealed;
import dev.kontor.engine.vault.Vault;
import dev.kontor.model.ModelJson;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What is set up in the console. Every method runs in the caller's transaction. */
final class SetupStore {

  private static final String FIRST =
      "insert into setup_version (version) values (0) on conflict (one) do nothing";

  private static final String VERSION =
      "select coalesce(max(version), 0) as version from setup_version";

  private static final String PUT_CONNECTION =
      """
      insert into setup_connection (name, sealed, key, hash, by, reason) values (?, ?, ?, ?, ?, ?)
      on conflict (name) do update set sealed = excluded.sealed, key = excluded.key,
        hash = excluded.hash, by = excluded.by, reason = excluded.reason, at = hub_now()
      """;

  private static final String PUT_USE =
      """
      insert into setup_use (pack, prefix, roles, by, reason) values (?, ?, ?::jsonb, ?, ?)
      on conflict (pack, prefix) do update set roles = excluded.roles, by = excluded.by,
        reason = excluded.reason, at = hub_now()
      """;

  private static final String PUT_FLOW =
      """
      insert into setup_flow (flow, setting, value, by, reason) values (?, ?, ?::jsonb, ?, ?)
      on conflict (flow, setting) do update set value = excluded.value, by = excluded.by,
        reason = excluded.reason, at = hub_now()
      """;

  private static final String TAKE_BACK = "delete from setup_flow where flow = ? and setting = ?";

  private static final String UNFINISHED =
      """
      select count(*) as messages
      from lane l join message m on m.lane = l.id and m.finished is null
      where m.flow = any(?)
      """;

  private final Vault vault;

  SetupStore(Vault vault) {
    this.vault = vault;
  }

  /** Keeps others from changing anything until the transaction ends. */
  void lock(Connection connection) throws SQLException {
    Jdbc.update(connection, FIRST);
    Jdbc.query(
        connection, "select version from setup_version for update", row -> row.getLong("version"));
  }

  long version(Connection connection) throws SQLException {
    return Jdbc.query(connection, VERSION, row -> row.getLong("version")).getFirst();
  }

  /** The version after a change. */
  long rise(Connection connection) throws SQLException {
    Jdbc.update(connection, "update setup_version set version = version + 1");
    return version(connection);
  }

  KeptSettings read(Connection connection) throws SQLException {
    return new KeptSettings(connections(connection), uses(connection), flows(connection));
  }

  private Map<String, KeptConnection> connections(Connection connection) throws SQLException {
    Map<String, KeptConnection> connections = new HashMap<>();
    Jdbc.query(
            connection,
            "select name, sealed, key, hash from setup_connection order by name",
            row ->
                Map.entry(
                    row.getString("name"),
                    new Sealed(
                        PayloadClass.SETTING,
                        row.getBytes("sealed"),
                        row.getLong("key"),
                        row.getBytes("hash"))))
        .forEach(
            row ->
                connections.put(
                    row.getKey(), SealedConnection.open(vault, row.getKey(), row.getValue())));
    return connections;
  }

  private static List<PackUse> uses(Connection connection) throws SQLException {
    return Jdbc.query(
        connection,
        "select pack, prefix, roles from setup_use order by pack, prefix",
        row -> {
          Map<String, String> roles = new HashMap<>();
          ModelJson.parse(row.getString("roles"))
              .properties()
              .forEach(role -> roles.put(role.getKey(), role.getValue().asString()));
          return new PackUse(row.getString("pack"), row.getString("prefix"), roles);
        });
  }

  private static Map<String, Map<String, JsonNode>> flows(Connection connection)
      throws SQLException {
    Map<String, Map<String, JsonNode>> flows = new HashMap<>();
    Jdbc.query(
        connection,
        "select flow, setting, value from setup_flow",
        row ->
            flows
                .computeIfAbsent(row.getString("flow"), flow -> new HashMap<>())
                .put(row.getString("setting"), ModelJson.parse(row.getString("value"))));
    return flows;
  }

  void put(Connection connection, String name, KeptConnection kept, SetupDecision decision)
      throws SQLException {
    Sealed sealed = SealedConnection.seal(vault, name, kept);
    Jdbc.update(
        connection,
        PUT_CONNECTION,
        name,
        sealed.bytes(),
        sealed.keyId(),
        sealed.keyedHash(),
        decision.by(),
        decision.reason());
  }

  void removeConnection(Connection connection, String name) throws SQLException {
    Jdbc.update(connection, "delete from setup_connection where name = ?", name);
  }

  void put(Connection connection, PackUse use, SetupDecision decision) throws SQLException {
    Jdbc.update(
        connection,
        PUT_USE,
        use.pack(),
        use.prefix(),
        ModelJson.mapper().writeValueAsString(use.roles()),
        decision.by(),
        decision.reason());
  }

  /** With the settings of its flows. */
  void remove(Connection connection, PackUse use, Set<String> flows) throws SQLException {
    Jdbc.update(
        connection,
        "delete from setup_use where pack = ? and prefix = ?",
        use.pack(),
        use.prefix());
    Jdbc.update(
        connection,
        "delete from setup_flow where flow = any(?)",
        (Object) flows.toArray(String[]::new));
  }

  /** A setting that is null is taken back. */
  void put(
      Connection connection, String flow, Map<String, JsonNode> settings, SetupDecision decision)
      throws SQLException {
    for (Map.Entry<String, JsonNode> setting : settings.entrySet()) {
      JsonNode value = setting.getValue();
      if (value.isNull()) {
        Jdbc.update(connection, TAKE_BACK, flow, setting.getKey());
      } else {
        Jdbc.update(
            connection,
            PUT_FLOW,
            flow,
            setting.getKey(),
            value.toString(),
            decision.by(),
            decision.reason());
      }
    }
  }

  /** Messages of those flows that are not finished. */
  long unfinished(Connection connection, Set<String> flows) throws SQLException {
    return Jdbc.query(
            connection,
            UNFINISHED,
            row -> row.getLong("messages"),
            (Object) flows.toArray(String[]::new))
        .getFirst();
  }
}

package dev.kontor.engine.setup;

import dev.kontor.engine.Connectors;
import dev.kontor.engine.config.ConfigFile;
import dev.kontor.engine.config.Installation;
import dev.kontor.engine.config.PackUse;
import dev.kontor.engine.db.Database;
import dev.kontor.engine.db.Jdbc;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.vault.MasterKeys;
import dev.kontor.engine.vault.Vault;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Connector;
import dev.kontor.spi.ConnectorProvider;
import dev.kontor.spi.Descriptor;
import dev.kontor.spi.Finding;
import dev.kontor.spi.MappingFunction;
import dev.kontor.spi.Reader;
import dev.kontor.spi.Settings;
import dev.kontor.spi.Toolbox;
import dev.kontor.spi.Writer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A desk over a database and a file with a shop and a ledger. */
final class SetupBench implements AutoCloseable {

  static final String SECRET = "typed-in-secret";
  static final SetupDecision ADA = new SetupDecision("ada", "second shop");
  static final PackUse USE =
      new PackUse("books--web", "two-", Map.of("shop", "second", "erp", "erp"));

  final Database database = Database.forTests();
  final SetupDesk desk;
  private final Path directory;
  private final ConfigFile file;

  SetupBench(Path directory) {
    this.directory = directory;
    Installation installation = new Installation(directory);
    installation.file("kontor.yaml", Installation.CONNECTIONS + "tables: {carriers: {a: DHL}}\n");
    Connectors connectors =
        new Connectors(Map.of("web", new Simple("web"), "books", new Simple("books")));
    file =
        new ConfigFile(
            directory.resolve("kontor.yaml"), installation.environment, connectors.schemas());
    desk = new SetupDesk(file, connectors, database.hot(), vault());
    desk.applied(desk.kept(), file.load(desk.kept().settings()));
  }

  private Vault vault() {
    return Vault.open(
        database.general(),
        MasterKeys.load(Map.of(), directory.resolve("key")),
        InstantSource.system());
  }

  /** As this process would run by it. */
  void apply() {
    desk.applied(desk.kept(), file.load(desk.kept().settings()));
  }

  static ConnectionDraft second(String settings) {
    return new ConnectionDraft("second", "web", "Europe/Vienna", "S2-", ModelJson.parse(settings));
  }

  static ConnectionDraft second() {
    return second("{\"url\": \"https://two.example\", \"secret\": \"" + SECRET + "\"}");
  }

  /** The texts of a table's column. */
  List<String> column(String table, String column) {
    return Transactions.run(
        database.general(),
        c -> Jdbc.query(c, "select " + column + "::text from " + table, row -> row.getString(1)));
  }

  @Override
  public void close() {
    database.close();
  }

  /** A connector that says whether it would be let in. */
  private record Simple(String id) implements ConnectorProvider {
    @Override
    public Descriptor descriptor() {
      return Installation.installed().connector(id).orElseThrow();
    }

    @Override
    public Connector connect(Settings settings, Toolbox toolbox) {
      boolean right = settings.node("secret").asString("").equals(SECRET);
      return new Connector() {
        @Override
        public List<Finding> check() {
          return right
              ? List.of(Finding.ok("sign-in", "works"))
              : List.of(Finding.error("sign-in", "the secret is wrong", "type it in again"));
        }

        @Override
        public Optional<Reader> reader(EntityType type) {
          return Optional.empty();
        }

        @Override
        public Optional<Writer> writer(EntityType type) {
          return Optional.empty();
        }
      };
    }

    @Override
    public Map<String, MappingFunction> functions() {
      return Map.of("pieces", arguments -> ModelJson.parse("7"));
    }
  }
}

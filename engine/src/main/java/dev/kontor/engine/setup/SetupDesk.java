package dev.kontor.engine.setup;

import dev.kontor.engine.Connectors;
import dev.kontor.engine.audit.AuditRow;
import dev.kontor.engine.audit.AuditStore;
import dev.kontor.engine.config.ConfigException;
import dev.kontor.engine.config.ConfigFile;
import dev.kontor.engine.config.HubConfig;
import dev.kontor.engine.config.KeptConnection;
import dev.kontor.engine.config.KeptSettings;
import dev.kontor.engine.config.PackUse;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.desk.ConnectionPages;
import dev.kontor.engine.mapping.MappingLibrary;
import dev.kontor.engine.vault.Vault;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Sets up connections, packs and flows over the configuration file, for every process. A change is
 * stored only if the whole configuration is right with it.
 */
public final class SetupDesk {

  /** Looks in the transaction it is handed whether the change may be made. */
  @FunctionalInterface
  private interface Change {
    Planned plan(Connection connection, KeptSettings before) throws SQLException;
  }

  /**
   * A change that may be made, if the configuration is right with it.
   *
   * @param store stores it
   */
  private record Planned(KeptSettings after, Transactions.Action store, AuditRow row) {}

  private final ConfigFile file;
  private final Connectors connectors;
  private final DataSource database;
  private final Vault vault;
  private final SetupStore store;
  private final AuditStore audit;
  private volatile Runnable changed = () -> {};
  private volatile @Nullable Applied applied;

  /**
   * What this process runs by.
   *
   * @param refused why a newer version could not be taken on, null if there is none
   */
  record Applied(KeptSetup setup, HubConfig config, @Nullable String refused) {}

  /**
   * @param database a pool other than the vault's
   */
  public SetupDesk(ConfigFile file, Connectors connectors, DataSource database, Vault vault) {
    this.file = file;
    this.connectors = connectors;
    this.database = database;
    this.vault = vault;
    this.store = new SetupStore(vault);
    this.audit = new AuditStore(vault);
  }

  /** What is kept now. */
  public KeptSetup kept() {
    return KeptSetup.read(database, vault);
  }

  /** Rises with every change, in whatever process it is made. */
  public long version() {
    return Transactions.run(database, store::version);
  }

  /** Is run after each change that is made in this process. */
  public void onChange(Runnable told) {
    this.changed = told;
  }

  /** This process runs by it now. */
  public void applied(KeptSetup setup, HubConfig config) {
    applied = new Applied(setup, config, null);
  }

  /** This process goes on as it is, for that reason. */
  public void refused(String why) {
    Applied now = applied;
    if (now != null) {
      applied = new Applied(now.setup(), now.config(), why);
    }
  }

  /** Everything, as it is set up now and as this process runs. */
  public SetupPage page() {
    return new SetupPages(file, connectors).page(kept(), applied);
  }

  /**
   * What became of a draft.
   *
   * @param problems why it could not be put
   * @param checked what its system says, null if it was not asked
   */
  public record Trial(
      List<SetupException.Wrong> problems, ConnectionPages.@Nullable Checked checked) {}

  /** Whether a connection could be put, and if so what its system says; stores nothing. */
  public Trial check(ConnectionDraft draft) {
    try {
      KeptSettings before = kept().settings();
      new FileRules(file.written()).free(draft.name());
      KeptConnection kept = Drafting.connection(draft, before, file.installed());
      HubConfig config = valid(before.with(draft.name(), kept), Given.connection(draft.name()));
      return new Trial(List.of(), ConnectionTrial.of(config, draft.name(), connectors));
    } catch (SetupException e) {
      return new Trial(e.problems(), null);
    }
  }

  /** Adds a connection, or changes one that was added in the console. */
  public long put(ConnectionDraft draft, SetupDecision decision) {
    String name = draft.name();
    return change(
        Given.connection(name),
        (c, before) -> {
          new FileRules(file.written()).free(name);
          KeptConnection kept = Drafting.connection(draft, before, file.installed());
          String what = ConnectionChange.words(before.connections().get(name), kept);
          return new Planned(
              before.with(name, kept),
              in -> store.put(in, name, kept, decision),
              decision.row("connection", name, what));
        });
  }

  /** Takes a connection away that was added in the console and that no pack uses. */
  public long removeConnection(String name, SetupDecision decision) {
    return change(
        Given.connection(name),
        (c, before) -> {
          new FileRules(file.written()).removable(name, before);
          return new Planned(
              before.without(name),
              in -> store.removeConnection(in, name),
              decision.row("connection", name, "removed"));
        });
  }

  /** Adds a use of a pack, or gives one that was added in the console other connections. */
  public long put(PackUse use, SetupDecision decision) {
    return change(
        Given.use(),
        (c, before) -> {
          FileRules rules = new FileRules(file.written());
          rules.free(use);
          if (before.uses().stream().anyMatch(use::isMovedFrom)) {
            finished(c, use);
          }
          return new Planned(
              before.with(use),
              in -> store.put(in, use, decision),
              decision.row("use", use.words(), "with " + new TreeMap<>(use.roles())));
        });
  }

  /** Takes a use of a pack away that was added in the console, with the settings of its flows. */
  public long remove(PackUse use, SetupDecision decision) {
    return change(
        Given.use(),
        (c, before) -> {
          new FileRules(file.written()).removable(use, before);
          finished(c, use);
          Set<String> flows = FileRules.flows(use, file.installed());
          return new Planned(
              before.without(use, flows),
              in -> store.remove(in, use, flows),
              decision.row("use", use.words(), "removed"));
        });
  }

  private void finished(Connection connection, PackUse use) throws SQLException {
    long waiting = store.unfinished(connection, FileRules.flows(use, file.installed()));
    if (waiting > 0) {
      throw SetupException.conflict(
          "pack",
          "flows of "
              + use.words()
              + " have "
              + waiting
              + " messages that are not finished; let them finish or discard them first");
    }
  }

  /**
   * Sets a flow otherwise than file and pack do.
   *
   * @param settings by name; one that is null is as the file, else the pack, has it again
   */
  public long set(String flow, Map<String, JsonNode> settings, SetupDecision decision) {
    String named = new FileRules(file.written()).flow(flow, kept().settings(), file.installed());
    return change(
        Given.flow(named),
        (c, before) ->
            new Planned(
                before.with(flow, settings),
                in -> store.put(in, flow, settings, decision),
                decision.row("flow", flow, FlowChange.words(settings))));
  }

  private long change(Given given, Change change) {
    long version =
        Transactions.retrying(
            database,
            c -> {
              store.lock(c);
              Planned planned = change.plan(c, store.read(c));
              valid(planned.after(), given);
              planned.store().run(c);
              audit.append(c, List.of(planned.row()));
              return store.rise(c);
            });
    changed.run();
    return version;
  }

  /** The whole configuration with that kept, mappings included. */
  private HubConfig valid(KeptSettings kept, Given given) {
    try {
      HubConfig config = file.load(kept);
      MappingLibrary.load(config, connectors.schemas(), connectors.providers());
      return config;
    } catch (ConfigException e) {
      throw SetupException.bad(e.problems(), given);
    }
  }
}

package dev.kontor.engine;

import dev.kontor.engine.budget.Budgets;
import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.config.HubConfig;
import dev.kontor.engine.db.Database;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.Translator;
import dev.kontor.engine.ledger.Payloads;
import dev.kontor.engine.mapping.MappingLibrary;
import dev.kontor.engine.observe.Watch;
import dev.kontor.engine.table.ValueTables;
import dev.kontor.engine.vault.Vault;
import java.time.InstantSource;
import java.util.Map;
import javax.sql.DataSource;

/** An installation's connections and mappings for work beside its hub, whose budget it leaves. */
final class Aside implements AutoCloseable {

  private final HubConfig config;
  private final Database database;
  private final Machinery machinery = Machinery.system();
  private final Budgets budgets = Budgets.alone();
  private final Links links;
  private final MappingLibrary mappings;
  private final Payloads payloads;
  private final Translator translator;

  /**
   * @throws dev.kontor.engine.config.ConfigException if a mapping does not compile
   */
  Aside(HubConfig config, Connectors connectors, Database database, Vault vault, Watch watch) {
    this.config = config;
    this.database = database;
    this.links = new Links(config, connectors, machinery, budgets, watch);
    this.mappings = MappingLibrary.load(config, connectors.schemas(), connectors.providers());
    this.payloads = new Payloads(vault, config.retention());
    this.translator = new Translator(ValueTables.read(database.general(), config.tables()));
  }

  /** A flow, switched on or not. */
  FlowLine line(FlowConfig flow) {
    return FlowLines.line(config, flow, links, mappings, Map.of());
  }

  DataSource source() {
    return database.general();
  }

  Payloads payloads() {
    return payloads;
  }

  Translator translator() {
    return translator;
  }

  InstantSource clock() {
    return machinery.clock();
  }

  @Override
  public void close() {
    links.close();
    budgets.close();
  }
}

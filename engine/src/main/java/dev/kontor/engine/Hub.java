package dev.kontor.engine;

import dev.kontor.engine.access.Access;
import dev.kontor.engine.alert.Alerts;
import dev.kontor.engine.alert.DeskFailures;
import dev.kontor.engine.alert.Failures;
import dev.kontor.engine.alert.OrderWorth;
import dev.kontor.engine.alert.Worth;
import dev.kontor.engine.audit.AuditMonths;
import dev.kontor.engine.audit.AuditStore;
import dev.kontor.engine.audit.HeadFile;
import dev.kontor.engine.audit.Retention;
import dev.kontor.engine.audit.Sealer;
import dev.kontor.engine.audit.SigningKey;
import dev.kontor.engine.backup.Installation;
import dev.kontor.engine.backup.InstallationCheck;
import dev.kontor.engine.budget.Budgets;
import dev.kontor.engine.budget.NodePermit;
import dev.kontor.engine.capture.CursorStore;
import dev.kontor.engine.capture.Door;
import dev.kontor.engine.capture.Hints;
import dev.kontor.engine.capture.Poller;
import dev.kontor.engine.capture.Refusals;
import dev.kontor.engine.capture.SourceReading;
import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.config.HubConfig;
import dev.kontor.engine.config.RetentionRule;
import dev.kontor.engine.crossref.CrossrefStore;
import dev.kontor.engine.db.Database;
import dev.kontor.engine.db.DatabaseException;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.delivery.BackOff;
import dev.kontor.engine.delivery.Faults;
import dev.kontor.engine.delivery.IntentStore;
import dev.kontor.engine.delivery.LaneWork;
import dev.kontor.engine.delivery.PauseStore;
import dev.kontor.engine.delivery.Pauses;
import dev.kontor.engine.delivery.Previews;
import dev.kontor.engine.delivery.Reaction;
import dev.kontor.engine.delivery.Rehearsals;
import dev.kontor.engine.delivery.Rounds;
import dev.kontor.engine.delivery.WakeKeys;
import dev.kontor.engine.delivery.Worker;
import dev.kontor.engine.desk.View;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.Translator;
import dev.kontor.engine.lane.LaneStore;
import dev.kontor.engine.lane.NodeLease;
import dev.kontor.engine.ledger.LedgerStore;
import dev.kontor.engine.ledger.Payloads;
import dev.kontor.engine.mapping.MappingLibrary;
import dev.kontor.engine.observe.FigureStore;
import dev.kontor.engine.observe.Figures;
import dev.kontor.engine.observe.Health;
import dev.kontor.engine.observe.LastCalls;
import dev.kontor.engine.observe.Sightings;
import dev.kontor.engine.observe.Watch;
import dev.kontor.engine.problem.Catalogue;
import dev.kontor.engine.problem.DeadLetters;
import dev.kontor.engine.problem.Problems;
import dev.kontor.engine.problem.Remarks;
import dev.kontor.engine.table.ValueTables;
import dev.kontor.engine.vault.Vault;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** One hub process: doors, polls, lanes and timers over one database. */
public final class Hub implements AutoCloseable {

  private final Database database;
  private final Links links;
  private final Map<String, FlowLine> lines;
  private final NodeLease lease;
  private final Budgets budgets;
  private final Pauses pauses;
  private final Worker worker;
  private final Door door;
  private final Hints hints;
  private final Nights nights;
  private final Steps steps;
  private final Timers timers;
  private final Desk desk;
  private final View view;
  private final Brokers brokers;
  private final Sightings sightings = new Sightings();
  private final Alerting alerting;
  private final Access access;
  private final Doubt doubt;
  private final Rehearsals rehearsals;
  private final ProblemDesk problems;
  private final InstantSource clock;

  /**
   * Puts a hub together; nothing runs before {@link #start}.
   *
   * @throws dev.kontor.engine.config.ConfigException if a mapping does not compile
   */
  public Hub(
      HubConfig config,
      Connectors connectors,
      Database database,
      Vault vault,
      HubSettings settings) {
    this(config, connectors, database, vault, settings, Watch.NONE);
  }

  /**
   * As the other, and somebody looks at it while it works.
   *
   * @throws dev.kontor.engine.config.ConfigException if a mapping does not compile
   */
  public Hub(
      HubConfig config,
      Connectors connectors,
      Database database,
      Vault vault,
      HubSettings settings,
      Watch watch) {
    this.database = database;
    this.clock = settings.clock();
    DataSource source = database.hot();
    LaneStore lanes = new LaneStore();
    this.lease = settings.machinery().lease(source, lanes, settings.lease());
    this.budgets = settings.machinery().budgets(database.general(), lease::current);
    LastCalls calls = new LastCalls(watch, clock);
    MappingLibrary mappings =
        MappingLibrary.load(config, connectors.schemas(), connectors.providers());
    this.links = new Links(config, connectors, settings.machinery(), budgets, calls);
    this.lines = FlowLines.of(config, links, mappings);
    LedgerStore ledger = new LedgerStore();
    AuditStore audit = new AuditStore(vault);
    Payloads payloads = new Payloads(vault, config.retention());
    ValueTables tables = new ValueTables(source, config.tables());
    Translator translator = new Translator(tables);
    this.rehearsals = new Rehearsals(source, lanes, ledger);
    this.pauses = new Pauses(source, new PauseStore(), lanes);
    this.doubt =
        new Doubt(source, new Installation(source, settings.home().resolve("installation.json")));
    Faults faults =
        new Faults(new Reaction(BackOff.STANDARD, settings.machinery().random()), pauses);
    JobFactory factory =
        new JobFactory(source, translator, payloads, faults, doubt::isOn, config, settings, watch);
    Rounds rounds =
        new Rounds(source, ledger, lanes, new CrossrefStore(), new IntentStore(), pauses, audit);
    LaneWork work = new LaneWork(lines, factory.jobs(), rounds, pauses, clock, watch);
    this.worker =
        new Worker(source, lanes, ledger, lease, work, settings.machinery().threads().get());
    this.brokers = new Brokers(links.all(), pauses, calls);
    this.hints = new Hints(database.general(), clock, settings.machinery().nanoTime());
    this.door =
        door(source, ledger, payloads, audit, new Refusals(watch, settings.machinery().nanoTime()));
    HeadFile heads = new HeadFile(settings.home());
    Sealer sealer = new Sealer(database.general(), SigningKey.of(vault), heads, clock);
    Polling polling = polling(source, ledger, faults);
    this.nights = nights(config, mappings, translator, payloads, polling);
    DeadLetters dead = new DeadLetters(Catalogue.of(connectors.schemas()));
    Problems grouped = new Problems(source, dead, config.flows());
    this.view = view(translator, payloads, calls, grouped, settings.machinery().nanoTime());
    Worth worth = new OrderWorth(payloads, translator, lines);
    this.alerting = alerting(config, settings.machinery(), worth, new DeskFailures(dead), audit);
    this.steps = steps(polling, sealer, retention(audit, vault, heads, config.retention()), tables);
    this.timers = new Timers(database.general(), lines.values(), steps, lease.renewEvery());
    this.access = Access.of(database.general(), vault);
    this.desk = new Desk(source, audit, worker::wake, pauses, subjects(), nights.flows(), hints);
    this.problems =
        problems(grouped, factory.previews(lines, pauses), audit, tables, config.fourEyes());
  }

  private Alerting alerting(
      HubConfig config, Machinery machinery, Worth worth, Failures failures, AuditStore audit) {
    return new Alerting(
        config,
        database.general(),
        machinery,
        lease,
        lines,
        worth,
        failures,
        view.overviews()::now,
        new Sighting(
            database.general(),
            sightings,
            links.all().values(),
            lease,
            machinery.nanoTime(),
            config.alerts().enabled()),
        audit);
  }

  private ProblemDesk problems(
      Problems grouped, Previews previews, AuditStore audit, ValueTables tables, boolean fourEyes) {
    DataSource source = database.hot();
    return new ProblemDesk(
        grouped,
        new Remarks(source, audit, grouped),
        previews,
        new Deciding(source, audit, grouped, lines, pauses, clock, fourEyes, worker::wake),
        new LinkDesk(source, audit, lines, fourEyes, worker::wake),
        new TableDesk(tables, audit));
  }

  private View view(
      Translator translator,
      Payloads payloads,
      LastCalls calls,
      Problems grouped,
      LongSupplier nanoTime) {
    return new View(
        database.general(),
        lines,
        links.all().values(),
        payloads,
        translator,
        calls,
        doubt::isOn,
        nights.flows(),
        grouped,
        nanoTime);
  }

  private Door door(
      DataSource source,
      LedgerStore ledger,
      Payloads payloads,
      AuditStore audit,
      Refusals refusals) {
    return new Door(
        source,
        ledger,
        payloads,
        audit,
        links.all(),
        lines.values(),
        worker,
        hints,
        refusals,
        sightings);
  }

  private Polling polling(DataSource source, LedgerStore ledger, Faults faults) {
    Poller poller =
        new Poller(
            new SourceReading(source, ledger, new CursorStore(), worker::wake, sightings),
            pauses,
            faults);
    return new Polling(poller, doubt, clock);
  }

  private Steps steps(Polling polling, Sealer sealer, Retention retention, ValueTables tables) {
    return new Steps(
        worker,
        door,
        polling,
        sealer,
        retention,
        lease,
        pauses,
        tables,
        budgets,
        nights,
        new Subscribing(links.all().values(), lines.values(), pauses, hints),
        alerting);
  }

  private Nights nights(
      HubConfig config,
      MappingLibrary mappings,
      Translator translator,
      Payloads payloads,
      Polling polling) {
    Comparisons comparisons =
        new Comparisons(
            config,
            flow -> FlowLines.line(config, flow, links, mappings, Map.of()),
            database.general(),
            translator,
            payloads,
            clock);
    return new Nights(database.general(), comparisons, lines, pauses, lease, polling);
  }

  /** What can be paused. */
  private SortedSet<String> subjects() {
    SortedSet<String> subjects = new TreeSet<>();
    links.all().keySet().forEach(name -> subjects.add(WakeKeys.connection(name)));
    lines.keySet().forEach(name -> subjects.add(WakeKeys.flow(name)));
    return subjects;
  }

  private Retention retention(AuditStore audit, Vault vault, HeadFile heads, RetentionRule rule) {
    AuditMonths months = new AuditMonths(database.general(), audit, heads);
    return new Retention(database.general(), audit, vault, months, rule);
  }

  /**
   * Makes ready to take {@link #steps}; nothing happens by itself yet.
   *
   * @return whether the database belongs to this installation; if not, no step may be taken
   */
  public InstallationCheck open() {
    InstallationCheck check = doubt.start(lines.values());
    if (!(check instanceof InstallationCheck.Mismatch)) {
      steps.beat();
      rehearsals.resume(lines.values());
    }
    return check;
  }

  /**
   * Starts working.
   *
   * @return whether the database belongs to this installation; if not, nothing was started
   */
  public InstallationCheck start() {
    InstallationCheck check = open();
    if (check instanceof InstallationCheck.Mismatch) {
      return check;
    }
    budgets.start();
    door.open();
    worker.start();
    timers.start();
    // What was lost while no hub ran is not found only when it would have been looked for next.
    hints.due(steps.subscribed().stream().map(Timers::subscriptions).toList());
    return check;
  }

  /**
   * Has the sources of flows asked at once that were asked at another pace; their next time was set
   * by that.
   *
   * @param before the flows as they were
   */
  public void hasten(List<FlowConfig> before) {
    Map<String, Duration> paces =
        before.stream().collect(Collectors.toMap(FlowConfig::name, FlowConfig::poll));
    hints.due(
        lines.values().stream()
            .map(FlowLine::config)
            .filter(flow -> flow.kind().isPolled())
            .filter(flow -> !flow.poll().equals(paces.getOrDefault(flow.name(), flow.poll())))
            .map(flow -> Hints.task(flow.name()))
            .toList());
  }

  /** Where systems push to. */
  public Door door() {
    return door;
  }

  /** Where systems leave messages. */
  public Brokers brokers() {
    return brokers;
  }

  /** What people do, and look up as they do it. */
  public Desk desk() {
    return desk;
  }

  /** What waits for people, by cause, and what they decide about it. */
  public ProblemDesk problems() {
    return problems;
  }

  /** What people see. */
  public View view() {
    return view;
  }

  /** What people are told of. */
  public Alerts alerts() {
    return alerting.alerts();
  }

  /** Who may see and do it. */
  public Access access() {
    return access;
  }

  /** What it does by itself once started. */
  public Steps steps() {
    return steps;
  }

  public Links links() {
    return links;
  }

  public Map<String, FlowLine> flows() {
    return lines;
  }

  /** Whether every create is looked up first because the database was restored. */
  public boolean isInDoubt() {
    return doubt.isOn();
  }

  /** What waits in the whole installation, for those who watch it. */
  public Figures figures() {
    return Transactions.run(database.general(), FigureStore::read);
  }

  /** This process's right to act, under the name it has now. */
  public NodePermit lease() {
    return lease.current();
  }

  /** Whether this process can do its work. */
  public Health health() {
    return new Health(isReached(), lease.current().isValid(), pauses.all().keySet());
  }

  private boolean isReached() {
    try {
      Transactions.execute(database.general(), FigureStore::reach);
      return true;
    } catch (DatabaseException e) {
      return false;
    }
  }

  /** Stops in order: no new work, what runs is finished, lanes are given back. */
  @Override
  public void close() {
    nights.close();
    timers.rest();
    hints.close();
    door.close();
    worker.close();
    budgets.close();
    alerting.close();
    timers.close();
    lease.leave();
    links.close();
    database.close();
  }
}

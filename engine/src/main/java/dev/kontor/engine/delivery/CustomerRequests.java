package dev.kontor.engine.delivery;

import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.crossref.Crossref;
import dev.kontor.engine.crossref.CrossrefStore;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.flow.EffectKey;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.LaneKey;
import dev.kontor.engine.ledger.LedgerStore;
import dev.kontor.engine.ledger.Message;
import dev.kontor.engine.ledger.MessageState;
import dev.kontor.engine.ledger.Payloads;
import dev.kontor.model.Customer;
import dev.kontor.model.EntityType;
import dev.kontor.model.Order;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the debtor an order needs, in the debtor's own lane: one guest may have many customer
 * ids in the shop and is still one debtor.
 */
public final class CustomerRequests {

  private static final Duration RECHECK = Duration.ofSeconds(60);
  private static final String BLIND = "customer";

  private final DataSource database;
  private final CrossrefStore crossrefs;
  private final DebtorRequests requests;
  private final Payloads payloads;
  private final boolean asks;
  private final RehearsalStore rehearsals = new RehearsalStore();

  public CustomerRequests(
      DataSource database, CrossrefStore crossrefs, LedgerStore ledger, Payloads payloads) {
    this(database, crossrefs, new DebtorRequests(ledger, payloads), payloads, true);
  }

  private CustomerRequests(
      DataSource database,
      CrossrefStore crossrefs,
      DebtorRequests requests,
      Payloads payloads,
      boolean asks) {
    this.database = database;
    this.crossrefs = crossrefs;
    this.requests = requests;
    this.payloads = payloads;
    this.asks = asks;
  }

  /** The same for previews, which go on without a debtor that is not made yet. */
  public CustomerRequests unasked() {
    return new CustomerRequests(database, crossrefs, requests, payloads, false);
  }

  /** The debtor under that match key in the flow's target, whichever shop asked for it first. */
  public Optional<Crossref> known(FlowLine line, String key) {
    return Optional.ofNullable(known(line, Set.of(key)).get(key));
  }

  /** Likewise for many, by match key; those that the target has none for are left out. */
  Map<String, Crossref> known(FlowLine line, Set<String> keys) {
    if (keys.isEmpty()) {
      return Map.of();
    }
    Map<String, String> names = new HashMap<>();
    keys.forEach(key -> names.put(payloads.blind(BLIND, key), key));
    return Transactions.single(
            database,
            c ->
                crossrefs.findMatched(
                    c, EntityType.CUSTOMER, List.copyOf(names.keySet()), line.to().name()))
        .stream()
        .collect(Collectors.toMap(there -> names.get(there.sourceId()), there -> there));
  }

  /**
   * @param orders of the batch
   * @return the round that makes the order wait, empty if the debtor is known or none is needed
   * @throws FaultException {@link Fault.Invalid} if the customer cannot be identified, {@link
   *     Fault.Missing} if it has been waited for too long
   */
  Optional<Round> require(
      FlowLine line, Claimed lane, Message event, Order order, OrderBatch orders) {
    FlowConfig flow = line.customers();
    if (flow == null) {
      return Optional.empty();
    }
    Customer customer = withAddress(order.customer(), order);
    DebtorRequests.Occasion needed =
        new DebtorRequests.Occasion(line.from().name(), "needed", LaneKey.priority(flow));
    return require(line, flow, lane, event, customer, needed, orders::debtor);
  }

  /**
   * Likewise for a customer who registered. Whoever changes their match key before the debtor is
   * made waits for that one.
   *
   * @return the round that makes the notice wait, empty if the debtor is known, or rehearsed
   */
  public Optional<Round> register(FlowLine line, Claimed lane, Customer customer) {
    FlowConfig flow = Objects.requireNonNull(line.customers(), "pack: customers");
    String shop = line.from().name();
    DebtorRequests.Occasion registered = DebtorRequests.registered(shop, LaneKey.priority(flow));
    Optional<String> asked =
        Transactions.single(database, c -> requests.pending(c, flow, shop, customer));
    return asked.isPresent()
        ? Optional.of(waitFor(line, flow, lane.round(), lane.newest(), asked.get()))
        : require(line, flow, lane, lane.newest(), customer, registered, key -> known(line, key));
  }

  private Optional<Round> require(
      FlowLine line,
      FlowConfig flow,
      Claimed lane,
      Message event,
      Customer customer,
      DebtorRequests.Occasion occasion,
      Function<String, Optional<Crossref>> debtors) {
    String key = customer.matchKey();
    if (key == null) {
      throw new FaultException(
          new Fault.Invalid(
              "customer.email",
              "the customer has neither VAT id nor e-mail, so no debtor can be found or created; "
                  + "complete the customer in the shop",
              null));
    }
    if (!asks || debtors.apply(key).isPresent()) {
      return Optional.empty();
    }
    String name = payloads.blind(BLIND, key);
    if (isRehearsed(line, name)) {
      return Optional.empty();
    }
    Round round = waitFor(line, flow, lane.round(), event, name);
    round.also(
        c -> {
          // Asked once, and stored at once, so that no other order of this batch asks again; the
          // round's wake key keeps other batches out meanwhile.
          requests.ask(c, flow, occasion, Map.of(name, customer));
          if (line.config().dryRun() && isRehearsed(c, line, name)) {
            round.wake(wakeKey(line, name)); // it was rehearsed while this round was under way
          }
        });
    return Optional.of(round);
  }

  private static Round waitFor(
      FlowLine line, FlowConfig flow, Round round, Message event, String name) {
    if (Duration.ofMillis(event.waitingMillis()).compareTo(line.config().missingAge()) > 0) {
      throw tooLong(line, name);
    }
    return round.finish(event, waiting(line, flow, wakeKey(line, name)));
  }

  private static String wakeKey(FlowLine line, String name) {
    return WakeKeys.missing(line.to().name(), EntityType.CUSTOMER, name);
  }

  /** What is not even made is not missing too long. */
  private static MessageState waiting(FlowLine line, FlowConfig debtors, String wakeKey) {
    String reason = "waits until the customer is known in " + line.to().name();
    return debtors.dryRun() && !line.config().dryRun()
        ? new MessageState.Waiting(
            reason + "; flow " + debtors.name() + " is a dry run",
            MessageState.Waiting.DRY_RUN,
            wakeKey,
            RECHECK)
        : new MessageState.Waiting(reason, "Missing", wakeKey, RECHECK);
  }

  /** While both are dry runs, the order is rehearsed although its debtor is only rehearsed, too. */
  private boolean isRehearsed(FlowLine line, String name) {
    return line.config().dryRun() && Transactions.run(database, c -> isRehearsed(c, line, name));
  }

  private boolean isRehearsed(Connection connection, FlowLine line, String name)
      throws SQLException {
    return rehearsals.waits(connection, EffectKey.ofDebtor(line.to().name(), name));
  }

  private static FaultException tooLong(FlowLine line, String name) {
    return new FaultException(
        new Fault.Missing(
            EntityType.CUSTOMER,
            name,
            "customer.email: no debtor could be found or created in "
                + line.to().name()
                + "; settle the customer's own message, then resubmit"));
  }

  /** A debtor is created with the billing address and the country whose tax rules apply. */
  private static Customer withAddress(Customer c, Order order) {
    @Nullable String taxCountry =
        c.taxCountry() == null ? order.shipTo().country() : c.taxCountry();
    return new Customer(
        c.id(),
        c.number(),
        c.kind(),
        c.guest(),
        c.company(),
        c.salutation(),
        c.title(),
        c.firstName(),
        c.lastName(),
        c.email(),
        c.phone(),
        c.vatIds(),
        c.group(),
        c.language(),
        taxCountry,
        c.address() == null ? order.billTo() : c.address(),
        c.terms(),
        c.extra());
  }
}

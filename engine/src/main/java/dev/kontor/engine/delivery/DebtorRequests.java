package dev.kontor.engine.delivery;

import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.flow.EffectKey;
import dev.kontor.engine.flow.LaneKey;
import dev.kontor.engine.ledger.Append;
import dev.kontor.engine.ledger.LedgerStore;
import dev.kontor.engine.ledger.Message;
import dev.kontor.engine.ledger.Payloads;
import dev.kontor.engine.vault.PayloadClass;
import dev.kontor.engine.vault.Plain;
import dev.kontor.model.Customer;
import dev.kontor.model.ModelJson;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Asks for debtors, each in its own lane and once for each target, whoever needs it. */
public final class DebtorRequests {

  /**
   * Why and how urgently.
   *
   * @param event the name of the message
   * @param priority of its lane
   */
  public record Occasion(String source, String event, int priority) {}

  /** Of whom registered, without an order. */
  private static final String REGISTERED = "registered";

  private static final Set<String> OF_ACCOUNTS = Set.of(REGISTERED, Message.LOADED);

  private final LedgerStore ledger;
  private final Payloads payloads;

  public DebtorRequests(LedgerStore ledger, Payloads payloads) {
    this.ledger = ledger;
    this.payloads = payloads;
  }

  static Occasion registered(String shop, int priority) {
    return new Occasion(shop, REGISTERED, priority);
  }

  /** Whether the request tells of an account of the shop, not of an order's buyer. */
  static boolean isOfAccount(Message request) {
    return OF_ACCOUNTS.contains(request.event());
  }

  /**
   * The match key, blinded, under which the debtor of an account was asked for that is not made
   * yet; empty if there is none, or only a person can settle it.
   */
  Optional<String> pending(Connection connection, FlowConfig flow, String shop, Customer account)
      throws SQLException {
    String number = account.number();
    return number == null
        ? Optional.empty()
        : ledger.pending(connection, flow.name(), shop, OF_ACCOUNTS, number);
  }

  /**
   * Runs in the caller's transaction. What was asked for before, only its lane is made as urgent.
   *
   * @param flow that finds or makes debtors
   * @param customers by blinded match key
   * @return how many had not been asked for
   */
  public int ask(
      Connection connection, FlowConfig flow, Occasion occasion, Map<String, Customer> customers)
      throws SQLException {
    String target = flow.to().connection();
    Map<String, String> keys = new LinkedHashMap<>();
    customers.keySet().forEach(name -> keys.put(name, EffectKey.ofDebtor(target, name)));
    Set<String> known = ledger.known(connection, List.copyOf(keys.values()));
    List<String> asked = keys.keySet().stream().filter(n -> known.contains(keys.get(n))).toList();
    ledger.hurry(
        connection,
        asked.stream().map(name -> LaneKey.ofDebtor(flow, name)).toList(),
        occasion.priority());
    Map<String, Customer> fresh = new LinkedHashMap<>(customers);
    asked.forEach(fresh::remove);
    return fresh.isEmpty() ? 0 : append(connection, flow, occasion, fresh, keys);
  }

  private int append(
      Connection connection,
      FlowConfig flow,
      Occasion occasion,
      Map<String, Customer> customers,
      Map<String, String> keys)
      throws SQLException {
    List<Long> stored =
        payloads.putAll(
            connection, customers.values().stream().map(DebtorRequests::plain).toList());
    List<Append> requests = new ArrayList<>();
    customers.forEach(
        (name, customer) ->
            requests.add(
                Append.event(
                    LaneKey.ofDebtor(flow, name),
                    flow.name(),
                    occasion.priority(),
                    occasion.event(),
                    occasion.source(),
                    name,
                    customer.number(),
                    keys.get(name),
                    stored.get(requests.size()),
                    null)));
    return ledger.append(connection, requests);
  }

  /** Without terms: a new debtor gets the ERP's own. */
  private static Plain plain(Customer customer) {
    ObjectNode debtor = ModelJson.tree(customer).asObject();
    debtor.remove("terms");
    return new Plain(
        PayloadClass.DOCUMENT, customer.matchKey(), ModelJson.mapper().writeValueAsBytes(debtor));
  }
}

package dev.kontor.engine.match;

import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.Translator;
import dev.kontor.engine.ledger.Payloads;
import dev.kontor.engine.reconcile.Keys;
import dev.kontor.model.CustomerKey;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Ability;
import dev.kontor.spi.Document;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Reader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;

/**
 * Customers of the shop by VAT id, else by e-mail, as an order of theirs would find its debtor. Who
 * has several accounts, as guests do, is one.
 */
final class CustomerMatch {

  private static final int BATCH = 500;

  private final Translator translator;
  private final Payloads payloads;

  CustomerMatch(Translator translator, Payloads payloads) {
    this.translator = translator;
    this.payloads = payloads;
  }

  Matches of(FlowLine line, Linked linked, IntConsumer progress) {
    Pairing pairing = new Pairing(line.name(), line.from().name(), line.to().name(), true);
    Reader erp = line.to().reader(EntityType.CUSTOMER);
    List<String> ids =
        Keys.of(line.from().reader(EntityType.CUSTOMER), progress).stream()
            .map(Document::id)
            .toList();
    Set<String> met = new HashSet<>();
    ids.stream()
        .gather(Gatherers.windowFixed(BATCH))
        .forEach(some -> find(erp, unknown(line, some, linked, met), pairing));
    long known = met.stream().filter(linked.here()::contains).count();
    return Matches.of(
        pairing.pairs(), (int) known, (int) (met.size() - known), strangers(line, linked));
  }

  private List<Account> unknown(FlowLine line, List<String> ids, Linked linked, Set<String> met) {
    List<Document> documents = line.from().reader(EntityType.CUSTOMER).fetch(ids);
    List<Account> unknown = new ArrayList<>();
    for (Account account : Account.of(line, translator, documents)) {
      String name = payloads.blind("customer", account.key());
      if (met.add(name) && !linked.here().contains(name)) {
        unknown.add(account);
      }
    }
    return unknown;
  }

  private static void find(Reader erp, List<Account> accounts, Pairing pairing) {
    List<Account> left = new ArrayList<>();
    List<List<Document>> hits = erp.findAll(accounts.stream().map(a -> match(a.key())).toList());
    for (int i = 0; i < accounts.size(); i++) {
      Account account = accounts.get(i);
      add(account, hits.get(i), account.key().startsWith("vat:") ? By.VAT_ID : By.EMAIL, pairing);
      if (hits.get(i).isEmpty() && account.key().startsWith("vat:") && !email(account).isEmpty()) {
        left.add(account);
      }
    }
    byEmail(erp, left, pairing);
  }

  private static void byEmail(Reader erp, List<Account> accounts, Pairing pairing) {
    List<List<Document>> hits =
        accounts.isEmpty()
            ? List.of()
            : erp.findAll(accounts.stream().map(a -> match("email:" + email(a))).toList());
    for (int i = 0; i < hits.size(); i++) {
      add(accounts.get(i), hits.get(i), By.EMAIL, pairing);
    }
  }

  private static void add(Account account, List<Document> hits, By by, Pairing pairing) {
    hits.forEach(hit -> pairing.add(account.side(), Side.of(hit), by));
  }

  private static String email(Account account) {
    String email = account.customer().email();
    return email == null ? "" : CustomerKey.email(email);
  }

  private static Identity.Match match(String key) {
    return new Identity.Match(key);
  }

  /** Debtors of the ERP that the hub has no part in. */
  private static Set<String> strangers(FlowLine line, Linked linked) {
    if (!line.to().descriptor().can(EntityType.CUSTOMER, Ability.LIST_KEYS)) {
      return Set.of();
    }
    return Keys.ids(line.to().reader(EntityType.CUSTOMER)).stream()
        .filter(id -> !linked.there().contains(id))
        .collect(Collectors.toSet());
  }
}

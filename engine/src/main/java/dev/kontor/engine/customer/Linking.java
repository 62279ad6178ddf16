package dev.kontor.engine.customer;

import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.config.Owner;
import dev.kontor.engine.crossref.Crossref;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.delivery.Claimed;
import dev.kontor.engine.delivery.CustomerRequests;
import dev.kontor.engine.delivery.Fetching;
import dev.kontor.engine.delivery.Round;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.LaneKey;
import dev.kontor.engine.flow.Translator;
import dev.kontor.engine.ledger.Append;
import dev.kontor.model.Customer;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Document;
import dev.kontor.spi.FaultException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Finds the links that notices are about. An account of the shop is linked to the debtor that is
 * known under its VAT id, else its e-mail; who has none may get one by registering.
 */
final class Linking {

  /** Joins debtor and account where a debtor has several. */
  private static final char ONE_OF = '|';

  private final DataSource database;
  private final CustomerLinkStore links;
  private final CustomerRequests requests;
  private final Translator translator;
  private final Fetching fetching;

  Linking(
      DataSource database,
      CustomerLinkStore links,
      CustomerRequests requests,
      Translator translator,
      Fetching fetching) {
    this.database = database;
    this.links = links;
    this.requests = requests;
    this.translator = translator;
    this.fetching = fetching;
  }

  /**
   * @param rounds takes those of lanes for which there is nothing to compare
   */
  Map<Claimed, Linked> of(FlowLine line, List<Claimed> lanes, List<Round> rounds) {
    Map<Claimed, CustomerLink> known =
        line.config().sharing().source() == Owner.SHOP
            ? ofAccounts(line, lanes)
            : ofDebtors(line, lanes, rounds);
    List<Claimed> wanted =
        line.config().sharing().source() == Owner.SHOP ? lanes : List.copyOf(known.keySet());
    Map<Claimed, Linked> linked = new LinkedHashMap<>();
    Map<String, Document> documents;
    try {
      documents = fetching.read(line, wanted.stream().map(Linking::id).distinct().toList());
    } catch (FaultException e) {
      wanted.forEach(lane -> rounds.add(fetching.failed(line, lane, e)));
      return Map.of();
    }
    for (Claimed lane : wanted) {
      Document document = documents.get(id(lane));
      if (document == null || document.content() == null) {
        rounds.add(lane.skipped("the source does not have it (any more)"));
        continue;
      }
      try {
        CustomerLink link = known.get(lane);
        if (link == null) {
          link = linkedNow(line, lane, document, rounds);
        }
        if (link != null) {
          linked.put(lane, new Linked(link, document));
        }
      } catch (FaultException e) {
        rounds.add(fetching.failed(line, lane, e));
      }
    }
    return linked;
  }

  private static String id(Claimed lane) {
    String id = lane.newest().sourceId();
    int end = id.indexOf(ONE_OF);
    return end < 0 ? id : id.substring(0, end);
  }

  private Map<Claimed, CustomerLink> ofAccounts(FlowLine line, List<Claimed> lanes) {
    Map<String, CustomerLink> byAccount =
        Transactions.run(
                database, c -> links.ofShop(c, line.from().name(), line.to().name(), ids(lanes)))
            .stream()
            .collect(Collectors.toMap(CustomerLink::shopId, link -> link));
    Map<Claimed, CustomerLink> known = new HashMap<>();
    for (Claimed lane : lanes) {
      CustomerLink link = byAccount.get(id(lane));
      if (link != null) {
        known.put(lane, link);
      }
    }
    return known;
  }

  private static List<String> ids(List<Claimed> lanes) {
    return lanes.stream().map(Linking::id).toList();
  }

  /** Most debtors have no account; those that have several are looked at account by account. */
  private Map<Claimed, CustomerLink> ofDebtors(
      FlowLine line, List<Claimed> lanes, List<Round> rounds) {
    Map<String, List<CustomerLink>> byDebtor =
        Transactions.run(
                database, c -> links.ofErp(c, line.to().name(), line.from().name(), ids(lanes)))
            .stream()
            .collect(Collectors.groupingBy(CustomerLink::erpId));
    Map<Claimed, CustomerLink> known = new LinkedHashMap<>();
    for (Claimed lane : lanes) {
      String asked = lane.newest().sourceId();
      List<CustomerLink> all = byDebtor.getOrDefault(id(lane), List.of());
      Optional<CustomerLink> one =
          all.size() == 1 && asked.indexOf(ONE_OF) < 0
              ? Optional.of(all.getFirst())
              : all.stream().filter(link -> asked.equals(one(link))).findFirst();
      if (one.isPresent()) {
        known.put(lane, one.get());
      } else if (all.isEmpty()) {
        rounds.add(lane.skipped("no account of " + line.to().name() + " is linked to it"));
      } else {
        rounds.add(each(line, lane, all));
      }
    }
    return known;
  }

  private static String one(CustomerLink link) {
    return link.erpId() + ONE_OF + link.shopId();
  }

  /** By which the debtor's flow looks at the link. */
  static String debtor(CustomerLink link) {
    return link.alone() ? link.erpId() : one(link);
  }

  private static Round each(FlowLine line, Claimed lane, List<CustomerLink> all) {
    Round round = lane.skipped("looked at for each of " + all.size() + " accounts");
    all.forEach(link -> round.append(notice(line, one(link))));
    return round;
  }

  private static Append notice(FlowLine line, String id) {
    return notice(line.config(), id);
  }

  /** Has a flow look at the customer of its source with that id. */
  static Append notice(FlowConfig flow, String id) {
    String source = flow.from().connection();
    return Append.notice(
        LaneKey.of(flow, source, id),
        flow.name(),
        LaneKey.priority(flow),
        "counterpart changed",
        source,
        id,
        null,
        null);
  }

  /** Null if it cannot be linked now; {@code rounds} has what becomes of the lane. */
  private @Nullable CustomerLink linkedNow(
      FlowLine line, Claimed lane, Document document, List<Round> rounds) {
    Customer customer =
        ModelJson.mapper()
            .treeToValue(
                translator.toModel(line, Objects.requireNonNull(document.content())),
                Customer.class);
    String key = customer.matchKey();
    if (customer.guest() || key == null) {
      rounds.add(lane.skipped(key == null ? "has neither VAT id nor e-mail" : "is a guest"));
      return null;
    }
    Optional<Crossref> debtor = requests.known(line, key);
    if (debtor.isPresent()) {
      return line.config().dryRun()
          ? CustomerLink.rehearsed(line, document.id(), debtor.get())
          : link(line, document.id(), debtor.get());
    }
    if (line.config().dryRun()) {
      rounds.add(lane.skipped("has no debtor in " + line.to().name() + "; a dry run makes none"));
      return null;
    }
    if (!line.config().sharing().registrations()) {
      rounds.add(lane.skipped("is not known in " + line.to().name() + " yet"));
      return null;
    }
    rounds.add(
        requests
            .register(line, lane, customer)
            .orElseGet(() -> lane.skipped("its debtor is only rehearsed")));
    return null;
  }

  private @Nullable CustomerLink link(FlowLine line, String account, Crossref debtor) {
    String shop = line.from().name();
    String erp = line.to().name();
    return Transactions.run(
        database,
        c -> {
          links.link(
              c,
              shop,
              account,
              erp,
              debtor.targetId(),
              debtor.number(),
              CustomerLink.Sides.NOTHING);
          return links.ofShop(c, shop, erp, List.of(account)).getFirst();
        });
  }
}

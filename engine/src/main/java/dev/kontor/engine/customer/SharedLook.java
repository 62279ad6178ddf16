package dev.kontor.engine.customer;

import dev.kontor.engine.config.Attribute;
import dev.kontor.engine.config.Owner;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.Translator;
import dev.kontor.engine.ledger.Payloads;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Looks at linked customers for a comparison of both ends. Only reads. */
public final class SharedLook {

  /**
   * A linked customer as both sides show it.
   *
   * @param sourceId by which the flow reads it
   * @param version of the source's document
   * @param missing attributes that the target should have otherwise by what the flow writes
   * @param changedThere whether the target's value of any of these was changed there
   * @param fault why it cannot be compared, null if it can
   */
  public record Seen(
      String sourceId,
      String number,
      String version,
      List<String> missing,
      boolean changedThere,
      @Nullable Fault fault) {

    /** Whether there is nothing this flow would write. */
    public boolean isAlike() {
      return missing.isEmpty() && fault == null;
    }
  }

  private final DataSource database;
  private final BothSides sides;
  private final CustomerLinkStore links = new CustomerLinkStore();

  public SharedLook(DataSource database, Translator translator, Payloads payloads) {
    this.database = database;
    this.sides = new BothSides(translator, payloads);
  }

  /** All that are linked; what a link is read by. */
  public Map<String, CustomerLink> linked(FlowLine line) {
    boolean fromShop = line.config().sharing().source() == Owner.SHOP;
    String shop = fromShop ? line.from().name() : line.to().name();
    String erp = fromShop ? line.to().name() : line.from().name();
    Map<String, CustomerLink> linked = new HashMap<>();
    Transactions.run(database, c -> links.all(c, shop, erp))
        .forEach(link -> linked.put(fromShop ? link.shopId() : Linking.debtor(link), link));
    return linked;
  }

  /**
   * Those of which both sides have something.
   *
   * @throws dev.kontor.spi.FaultException if one of the systems cannot be read
   */
  public List<Seen> at(FlowLine line, Map<String, CustomerLink> some) {
    Owner source = line.config().sharing().source();
    Map<String, Document> documents = new HashMap<>();
    List<String> ids = some.values().stream().map(link -> link.id(source)).distinct().toList();
    line.from()
        .reader(line.config().from().entity())
        .fetch(ids)
        .forEach(document -> documents.put(document.id(), document));
    List<String> keys = new ArrayList<>();
    List<Linked> linked = new ArrayList<>();
    some.forEach(
        (key, link) -> {
          Document document = documents.get(link.id(source));
          if (document != null && document.content() != null) {
            keys.add(key);
            linked.add(new Linked(link, document));
          }
        });
    List<Seen> seen = new ArrayList<>();
    sides
        .of(
            line,
            linked,
            (i, fault) -> {
              if (fault != null) {
                seen.add(refused(keys.get(i), linked.get(i), fault));
              }
            })
        .forEach((i, sighting) -> seen.add(seen(keys.get(i), sighting)));
    return seen;
  }

  private static Seen refused(String key, Linked linked, Fault fault) {
    return new Seen(key, number(linked.link()), linked.here().version(), List.of(), false, fault);
  }

  private static Seen seen(String key, Sighting sighting) {
    List<Attribute> missing = sighting.with(Verdict.WRITE);
    boolean changedThere = missing.stream().anyMatch(sighting::isChangedThere);
    return new Seen(
        key,
        number(sighting.link()),
        sighting.source().version(),
        missing.stream().map(Attribute::key).toList(),
        changedThere,
        null);
  }

  private static String number(CustomerLink link) {
    return link.number() == null ? link.erpId() : link.number();
  }
}

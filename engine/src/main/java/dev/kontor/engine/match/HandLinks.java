package dev.kontor.engine.match;

import dev.kontor.engine.audit.AuditRow;
import dev.kontor.engine.audit.AuditStore;
import dev.kontor.engine.config.ConfigException;
import dev.kontor.engine.crossref.Crossref;
import dev.kontor.engine.crossref.CrossrefStore;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.lane.LaneStore;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Ability;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Identity;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Links that a person makes, corrects or takes away one by one, each with an audit row. */
public final class HandLinks {

  private static final String FILE = "console";

  private final DataSource database;
  private final AuditStore audit;
  private final Linking linking;
  private final CrossrefStore crossrefs = new CrossrefStore();
  private final LaneStore lanes = new LaneStore();

  public HandLinks(DataSource database, AuditStore audit) {
    this.database = database;
    this.audit = audit;
    this.linking = new Linking(database, audit);
  }

  /**
   * The document of a flow's target that people know by that number.
   *
   * @param reference by which the hub would have written it, null if it has none
   * @throws FaultException if there is none, or more than one, or the target cannot be read
   */
  public Document find(FlowLine line, String number, @Nullable String reference) {
    EntityType type = line.config().to().entity();
    if (reference != null && line.to().descriptor().can(type, Ability.FIND_BY_REFERENCE)) {
      Optional<Document> referenced =
          line.to().reader(type).find(new Identity.ExternalReference(reference)).stream()
              .filter(there -> Numbers.alike(number, Side.of(there).number()))
              .findFirst();
      if (referenced.isPresent()) {
        return referenced.get();
      }
    }
    Side named = new Side("", number);
    End there = End.of(line.to().name(), "number", line.to().reader(type), type, List.of(named));
    End.Found found = there.find(named);
    if (!found.refusals().isEmpty()) {
      String problem = found.refusals().getFirst().problem();
      throw refused("number", problem + "; see that the number is right and the document open");
    }
    return there.document(found.side().id());
  }

  /** Whether a flow's source has a document with that native id. */
  public boolean isThere(FlowLine line, String id) {
    return line.from().reader(line.config().from().entity()).fetch(List.of(id)).stream()
        .anyMatch(here -> here.id().equals(id));
  }

  /** The document of a flow's target with that native id. */
  public Document byId(FlowLine line, String id) {
    EntityType type = line.config().to().entity();
    return line.to().reader(type).fetch(List.of(id)).stream()
        .filter(there -> there.id().equals(id))
        .findFirst()
        .orElseThrow(() -> refused("targetId", "'" + id + "' is not in " + line.to().name()));
  }

  /**
   * Links, and has whatever waited for it go on. A flow of orders hands the number to the shop.
   *
   * @param sourceId by which the hub knows the document of the source
   * @param here as people know that document
   * @param correct whether a link to another document may be replaced
   * @throws FaultException if it may not be linked; nothing is stored then
   */
  public void link(
      FlowLine line,
      String sourceId,
      String here,
      Document there,
      boolean correct,
      String by,
      String reason) {
    String number = Objects.requireNonNullElse(there.number(), there.id());
    Crossref before = known(line, sourceId).orElse(null);
    Crossref wanted =
        new Crossref(
            line.from().name(),
            line.config().from().entity(),
            sourceId,
            line.to().name(),
            there.id(),
            number,
            null,
            null);
    if (before != null && !before.targetId().equals(there.id()) && !correct) {
      throw refused("sourceId", here + " is linked to " + before.number() + " already");
    }
    try {
      linking.store(
          FILE,
          line,
          new Link(0, here, By.PERSON, wanted, before),
          by,
          reason,
          c -> checkFree(c, wanted));
    } catch (ConfigException inWork) {
      throw refused("sourceId", here + " is being worked on right now; link it in a moment");
    }
  }

  /** One order stands for one order, and one article for one; one person links at a time. */
  private void checkFree(Connection connection, Crossref wanted) throws SQLException {
    String there = String.join("|", wanted.target(), wanted.entity().key(), wanted.targetId());
    lanes.lockWaiting(connection, List.of("link|" + there));
    boolean taken =
        reaching(connection, wanted).stream()
            .anyMatch(
                other ->
                    !other.sourceId().equals(wanted.sourceId())
                        || !other.source().equals(wanted.source()));
    if (taken) {
      throw refused("number", wanted.number() + " is linked to another document already");
    }
  }

  /** A debtor may have several keys. */
  private List<Crossref> reaching(Connection connection, Crossref wanted) throws SQLException {
    List<String> id = List.of(wanted.targetId());
    return switch (wanted.entity()) {
      case ORDER -> crossrefs.findIdentified(connection, wanted.target(), id);
      case PRODUCT -> crossrefs.reaching(connection, wanted.source(), id, wanted.target());
      case PRICE,
          STOCK,
          CUSTOMER,
          ORDER_PROGRESS,
          PAYMENT,
          SHIPMENT,
          INVOICE,
          CREDIT_MEMO,
          RETURN,
          PAYOUT,
          QUOTE,
          CREDIT_STATUS,
          DOCUMENT_FILE,
          LEAD,
          CASE ->
          List.of();
    };
  }

  /**
   * Takes a link away; the document in the target stays as it is.
   *
   * @return whether there was one
   */
  public boolean unlink(FlowLine line, String sourceId, String by, String reason) {
    return Transactions.retrying(
        database,
        c -> {
          Optional<Crossref> before =
              crossrefs.find(
                  c, line.from().name(), line.config().from().entity(), sourceId, line.to().name());
          if (before.isPresent()) {
            crossrefs.remove(c, List.of(before.get()));
            audit.append(c, List.of(removed(before.get(), by, reason)));
          }
          return before.isPresent();
        });
  }

  private static AuditRow removed(Crossref link, String by, String reason) {
    return AuditRow.of(
        "link.removed",
        link.entity().key() + ":" + link.source() + ":" + link.sourceId(),
        "no longer %s in %s: %s (%s)".formatted(link.number(), link.target(), reason, by));
  }

  /** What the hub has. */
  public Optional<Crossref> known(FlowLine line, String sourceId) {
    return Transactions.run(
        database,
        c ->
            crossrefs.find(
                c, line.from().name(), line.config().from().entity(), sourceId, line.to().name()));
  }

  private static FaultException refused(String field, String problem) {
    return new FaultException(new Fault.Invalid(field, problem, null));
  }
}

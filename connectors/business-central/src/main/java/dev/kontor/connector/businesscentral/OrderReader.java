package dev.kontor.connector.businesscentral;

import dev.kontor.kit.OData;
import dev.kontor.kit.ODataQuery;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Page;
import dev.kontor.spi.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads open sales orders, and follows those that were posted and are gone. */
final class OrderReader implements Reader {

  private static final String SET = "salesOrders";
  private static final String LINES = "salesOrderLines";

  private final Company company;
  private final PostedOrders posted;
  private final String referenceField;
  private final Sweep sweep;

  OrderReader(Configuration configuration, Company company) {
    this.company = company;
    this.posted = new PostedOrders(company);
    this.referenceField = configuration.referenceField();
    this.sweep = new Sweep(company, ODataQuery.of(SET).expand(LINES), configuration.overlap());
  }

  @Override
  public Page changes(@Nullable Cursor from, int limit) {
    return sweep.read(from, limit).page(EntityType.ORDER);
  }

  @Override
  public List<Document> find(Identity identity) {
    return switch (identity) {
      case Identity.NativeId id -> Company.isId(id.id()) ? byId(id.id()) : List.of();
      case Identity.ExternalReference reference -> byReference(reference.value());
      case Identity.Match _ ->
          throw new FaultException(new Fault.Unsupported("orders have no match key"));
    };
  }

  @Override
  public Page keys(@Nullable Cursor from, int limit) {
    return Keys.of(company, EntityType.ORDER, SET, from, limit);
  }

  private List<Document> byId(String id) {
    List<Document> open =
        company.client().one(ODataQuery.of(OData.key(SET, id)).expand(LINES)).stream()
            .map(OrderReader::document)
            .toList();
    return open.isEmpty() ? posted.ofOrder(id) : open;
  }

  /** Open orders and posted documents are asked in one call. */
  private List<Document> byReference(String reference) {
    List<Document> open = new ArrayList<>();
    Map<String, List<JsonNode>> postedBySet = new HashMap<>();
    ODataQuery orders =
        ODataQuery.of(SET).filter(referenceField + " eq " + OData.quoted(reference)).expand(LINES);
    List<Wanted> wanted = new ArrayList<>();
    wanted.add(
        new Wanted(orders, found -> found.entities().forEach(order -> open.add(document(order)))));
    wanted.addAll(posted.carrying(referenceField, reference, postedBySet));
    Wanted.read(company, wanted);
    return PostedOrders.beside(open, postedBySet);
  }

  private static Document document(JsonNode order) {
    return Documents.of(EntityType.ORDER, order);
  }
}

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
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
      case Identity.ExternalReference reference ->
          byReferences(List.of(reference.value())).getFirst();
      case Identity.Match _ ->
          throw new FaultException(new Fault.Unsupported("orders have no match key"));
    };
  }

  /** References only: whoever knows a native id asks for it alone. */
  @Override
  public List<List<Document>> findAll(List<? extends Identity> identities) {
    List<String> references =
        identities.stream()
            .filter(Identity.ExternalReference.class::isInstance)
            .map(reference -> ((Identity.ExternalReference) reference).value())
            .toList();
    return references.size() < identities.size()
        ? Reader.super.findAll(identities)
        : byReferences(references);
  }

  /** Open orders in one call, posted ones one by one. */
  @Override
  public List<Document> fetch(List<String> ids) {
    List<String> asked = ids.stream().filter(Company::isId).distinct().toList();
    List<Document> found =
        new ArrayList<>(
            Documents.of(
                EntityType.ORDER,
                Wanted.withIds(company, ODataQuery.of(SET).expand(LINES), asked)));
    Set<String> open = found.stream().map(Document::id).collect(Collectors.toSet());
    asked.stream().filter(id -> !open.contains(id)).map(posted::ofOrder).forEach(found::addAll);
    return found;
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

  /** Open orders and posted documents are asked in one call; the service stores capitals. */
  private List<List<Document>> byReferences(List<String> references) {
    List<JsonNode> open = new ArrayList<>();
    Map<String, List<JsonNode>> postedBySet = new HashMap<>();
    List<Wanted> wanted = new ArrayList<>();
    wanted.addAll(
        Wanted.byTexts(ODataQuery.of(SET).expand(LINES), referenceField, references, open::addAll));
    wanted.addAll(posted.carrying(referenceField, references, postedBySet));
    Wanted.read(company, wanted);
    Map<String, List<JsonNode>> openByReference = byReference(open);
    Map<String, Map<String, List<JsonNode>>> postedByReference = new HashMap<>();
    postedBySet.forEach((set, rows) -> postedByReference.put(set, byReference(rows)));
    return references.stream()
        .map(reference -> reference.toUpperCase(Locale.ROOT))
        .map(key -> carrying(key, openByReference, postedByReference))
        .toList();
  }

  private static List<Document> carrying(
      String key,
      Map<String, List<JsonNode>> open,
      Map<String, Map<String, List<JsonNode>>> posted) {
    Map<String, List<JsonNode>> its = new HashMap<>();
    posted.forEach((set, rows) -> its.put(set, rows.getOrDefault(key, List.of())));
    return PostedOrders.beside(
        open.getOrDefault(key, List.of()).stream().map(OrderReader::document).toList(), its);
  }

  private Map<String, List<JsonNode>> byReference(List<JsonNode> rows) {
    return rows.stream()
        .collect(
            Collectors.groupingBy(
                row -> Json.text(row, referenceField, "").toUpperCase(Locale.ROOT)));
  }

  private static Document document(JsonNode order) {
    return Documents.of(EntityType.ORDER, order);
  }
}

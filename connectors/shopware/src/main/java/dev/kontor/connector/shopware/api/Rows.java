package dev.kontor.connector.shopware.api;

import dev.kontor.connector.shopware.Ids;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Finds, fetches and lists the rows of one entity. */
public final class Rows {

  private static final String PLACE = "autoIncrement";

  private final ShopwareApi api;
  private final Shape shape;

  public Rows(ShopwareApi api, Shape shape) {
    this.api = api;
    this.shape = shape;
  }

  /** In full, by id or number. */
  public List<Document> find(Identity identity) {
    return switch (identity) {
      case Identity.NativeId(String id) -> full(List.of(id));
      case Identity.ExternalReference(String number) ->
          read(shape.full(2).equalTo(shape.number(), number), true);
      case Identity.Match match ->
          throw new FaultException(
              new Fault.Unsupported(
                  "Shopware finds its " + shape.entity() + "s by id or number only"));
    };
  }

  /** In full, so many in one call as an answer may carry; unknown ids are left out. */
  public List<Document> full(List<String> ids) {
    return each(ids, shape.mostFull(), shape::full, true);
  }

  /** In full, by number, so many in one call as an answer may carry; unknown ones are left out. */
  public List<Document> numbered(List<String> numbers) {
    List<Document> documents = new ArrayList<>();
    for (List<String> some : Criteria.pages(numbers, shape.mostFull())) {
      documents.addAll(read(shape.full(shape.mostFull()).anyOf(shape.number(), some), true));
    }
    return documents;
  }

  /** Without content, 500 in one call; unknown ids are left out. */
  public List<Document> thin(List<String> ids) {
    return each(ids, Criteria.MAX_LIMIT, shape::thin, false);
  }

  /** All, without content, in the order they were created. */
  public Page keys(@Nullable Cursor from, int limit, List<String> salesChannels) {
    int size = Math.min(limit, Criteria.MAX_LIMIT);
    Criteria criteria = shape.thin(size).ascending(PLACE);
    if (from != null) {
      criteria.above(PLACE, Long.parseLong(from.value()));
    }
    if (!salesChannels.isEmpty()) {
      criteria.anyOf("salesChannelId", salesChannels);
    }
    JsonNode rows = api.search(shape.entity(), criteria);
    String last = from == null ? "0" : from.value();
    List<Document> documents = new ArrayList<>();
    for (JsonNode row : rows) {
      documents.add(shape.document(row, null));
      last = row.path(PLACE).asString();
    }
    return new Page(documents, new Cursor(last), rows.size() == size);
  }

  private List<Document> each(
      List<String> ids, int most, IntFunction<Criteria> criteria, boolean full) {
    List<Document> documents = new ArrayList<>();
    for (List<String> some : Criteria.pages(ids.stream().filter(Ids::isId).toList(), most)) {
      documents.addAll(read(criteria.apply(most).ids(some), full));
    }
    return documents;
  }

  private List<Document> read(Criteria criteria, boolean full) {
    List<Document> documents = new ArrayList<>();
    for (JsonNode row : api.search(shape.entity(), criteria)) {
      documents.add(shape.document(row, full ? row : null));
    }
    return documents;
  }
}

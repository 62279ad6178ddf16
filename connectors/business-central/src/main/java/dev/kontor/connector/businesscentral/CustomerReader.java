package dev.kontor.connector.businesscentral;

import dev.kontor.kit.OData;
import dev.kontor.kit.ODataQuery;
import dev.kontor.model.CustomerKey;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Page;
import dev.kontor.spi.Reader;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads customers and finds them by VAT id or e-mail. */
final class CustomerReader implements Reader {

  private static final String SET = "customers";
  private static final String VAT = "vat:";
  private static final String EMAIL = "email:";

  private final Company company;
  private final Sweep sweep;

  CustomerReader(Configuration configuration, Company company) {
    this.company = company;
    this.sweep = new Sweep(company, ODataQuery.of(SET), configuration.overlap());
  }

  @Override
  public Page changes(@Nullable Cursor from, int limit) {
    return sweep.read(from, limit).page(EntityType.CUSTOMER);
  }

  @Override
  public List<Document> find(Identity identity) {
    return switch (identity) {
      case Identity.NativeId id -> fetch(List.of(id.id()));
      case Identity.Match match -> byMatch(match.key());
      case Identity.ExternalReference _ ->
          throw new FaultException(
              new Fault.Unsupported("customers carry no external reference in API v2.0"));
    };
  }

  @Override
  public List<Document> fetch(List<String> ids) {
    List<String> asked = ids.stream().filter(Company::isId).toList();
    return Documents.of(EntityType.CUSTOMER, Wanted.withIds(company, ODataQuery.of(SET), asked));
  }

  @Override
  public Page keys(@Nullable Cursor from, int limit) {
    return Keys.of(company, EntityType.CUSTOMER, SET, from, limit);
  }

  private List<Document> byMatch(String key) {
    if (key.startsWith(VAT)) {
      String vatId = key.substring(VAT.length());
      return query(
          Wanted.anyOf("taxRegistrationNumber", spellings(vatId), OData::quoted),
          hit -> CustomerKey.vatId(Json.text(hit, "taxRegistrationNumber", "")).equals(vatId));
    }
    if (key.startsWith(EMAIL)) {
      String email = key.substring(EMAIL.length());
      return query(
          "email eq " + OData.quoted(email),
          hit -> CustomerKey.email(Json.text(hit, "email", "")).equals(email));
    }
    throw new FaultException(
        new Fault.Unsupported("customers are matched by " + VAT + " or " + EMAIL + " only"));
  }

  /** How people write a VAT id: {@code DE123456789}, {@code DE 123456789}, {@code de123456789}. */
  private static List<String> spellings(String vatId) {
    return vatId.length() < 3
        ? List.of(vatId)
        : List.of(
            vatId,
            vatId.substring(0, 2) + " " + vatId.substring(2),
            vatId.toLowerCase(Locale.ROOT));
  }

  /** The hits are compared again, normalised: the service compares the stored text. */
  private List<Document> query(String filter, Predicate<JsonNode> same) {
    List<JsonNode> hits = company.client().all(ODataQuery.of(SET).filter(filter));
    return Documents.of(EntityType.CUSTOMER, hits.stream().filter(same).toList());
  }
}

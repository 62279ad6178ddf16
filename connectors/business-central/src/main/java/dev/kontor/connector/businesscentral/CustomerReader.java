package dev.kontor.connector.businesscentral;

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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads customers with their terms and finds them by VAT id or e-mail. */
final class CustomerReader implements Reader {

  private static final String SET = CustomerFile.SET;
  private static final String VAT = "vat:";
  private static final String EMAIL = "email:";

  private final Company company;
  private final CustomerFile file;
  private final CustomerChanges changes;

  CustomerReader(Configuration configuration, Company company, MasterData masterData) {
    this.company = company;
    JoinedPages joined = new JoinedPages(configuration, company, Set.of(SET));
    this.file = new CustomerFile(company, masterData, new Joined(joined));
    this.changes =
        new CustomerChanges(
            new CustomerNews(configuration, company, joined), file, company.clock());
  }

  @Override
  public Page changes(@Nullable Cursor from, int limit) {
    return changes.read(from, limit);
  }

  @Override
  public List<Document> find(Identity identity) {
    return switch (identity) {
      case Identity.NativeId id -> fetch(List.of(id.id()));
      case Identity.Match match -> byMatches(List.of(match.key())).getFirst();
      case Identity.ExternalReference _ ->
          throw new FaultException(
              new Fault.Unsupported("customers carry no external reference in API v2.0"));
    };
  }

  @Override
  public List<Document> fetch(List<String> ids) {
    return file.fetch(ids.stream().filter(Company::isId).toList());
  }

  @Override
  public Page keys(@Nullable Cursor from, int limit) {
    return file.keys(from, limit);
  }

  /** Match keys only: whoever knows a native id asks for it alone. */
  @Override
  public List<List<Document>> findAll(List<? extends Identity> identities) {
    List<String> keys =
        identities.stream()
            .filter(Identity.Match.class::isInstance)
            .map(match -> ((Identity.Match) match).key())
            .toList();
    return keys.size() < identities.size() ? Reader.super.findAll(identities) : byMatches(keys);
  }

  private List<List<Document>> byMatches(List<String> keys) {
    for (String key : keys) {
      if (!key.startsWith(VAT) && !key.startsWith(EMAIL)) {
        throw new FaultException(
            new Fault.Unsupported("customers are matched by " + VAT + " or " + EMAIL + " only"));
      }
    }
    List<JsonNode> hits = new ArrayList<>();
    List<Wanted> wanted = new ArrayList<>();
    wanted.addAll(
        byTexts(
            "taxRegistrationNumber",
            values(keys, VAT).flatMap(id -> spellings(id).stream()).toList(),
            hits));
    wanted.addAll(byTexts("email", values(keys, EMAIL).toList(), hits));
    Wanted.read(company, wanted);
    Map<String, Set<JsonNode>> answers = byKey(hits);
    return keys.stream()
        .map(key -> answers.getOrDefault(key, Set.of()))
        .map(found -> Documents.of(EntityType.CUSTOMER, List.copyOf(found)))
        .toList();
  }

  private static List<Wanted> byTexts(String field, List<String> texts, List<JsonNode> hits) {
    return Wanted.byTexts(ODataQuery.of(SET), field, texts, hits::addAll);
  }

  private static Stream<String> values(List<String> keys, String kind) {
    return keys.stream().filter(k -> k.startsWith(kind)).map(k -> k.substring(kind.length()));
  }

  /** Keyed again, normalised: the service compares the stored text. */
  private static Map<String, Set<JsonNode>> byKey(List<JsonNode> hits) {
    Map<String, Set<JsonNode>> byKey = new HashMap<>();
    for (JsonNode hit : hits) {
      String vatId = CustomerKey.vatId(Json.text(hit, "taxRegistrationNumber", ""));
      String email = CustomerKey.email(Json.text(hit, "email", ""));
      for (String key : List.of(VAT + vatId, EMAIL + email)) {
        byKey.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(hit);
      }
    }
    return byKey;
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
}

package dev.kontor.connector.businesscentral.pricing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The {@code sources} of a case, e.g. <code>{'ALL': [''], 'CUST': ['C1']}</code>, also as a JSON
 * object.
 */
final class CaseAudience {

  private static final String FIELD = "sources";
  private static final Pattern SOURCE = Pattern.compile("['\"](\\w+)['\"]\\s*:\\s*\\[(.*?)\\]");
  private static final Pattern NUMBER = Pattern.compile("'([^']*)'|\"([^\"]*)\"");

  private CaseAudience() {}

  static Audience of(CaseFields context) {
    Map<SourceType, List<String>> sources = sources(context);
    return new Audience(
        one(context, sources, SourceType.CUSTOMER),
        one(context, sources, SourceType.CONTACT),
        one(context, sources, SourceType.CUSTOMER_PRICE_GROUP),
        one(context, sources, SourceType.CUSTOMER_DISCOUNT_GROUP),
        context.flag("custallow"),
        sources.getOrDefault(SourceType.CAMPAIGN, List.of()),
        List.of());
  }

  private static Map<SourceType, List<String>> sources(CaseFields context) {
    JsonNode value = context.raw(FIELD);
    String text = value.isObject() ? value.toString() : context.text(FIELD);
    Map<SourceType, List<String>> sources = new EnumMap<>(SourceType.class);
    for (MatchResult source : SOURCE.matcher(text).results().toList()) {
      SourceType type = PriceJson.SOURCES.get(source.group(1));
      if (type == null) {
        throw context.problem(
            FIELD, "has '" + source.group(1) + "'", "known are " + PriceJson.SOURCES.keySet());
      }
      sources.put(type, numbers(source.group(2)));
    }
    if (!sources.containsKey(SourceType.ALL_CUSTOMERS)) {
      throw context.problem(
          FIELD, "is '" + text + "'", "write it like {'ALL': [''], 'CUST': ['C1']}");
    }
    return sources;
  }

  private static List<String> numbers(String list) {
    List<String> numbers = new ArrayList<>();
    NUMBER
        .matcher(list)
        .results()
        .forEach(n -> numbers.add(n.group(1) == null ? n.group(2) : n.group(1)));
    return numbers;
  }

  private static String one(
      CaseFields context, Map<SourceType, List<String>> sources, SourceType type) {
    List<String> numbers = sources.getOrDefault(type, List.of());
    if (numbers.size() > 1) {
      throw context.problem(FIELD, "has " + numbers.size() + " of " + type, "give one at most");
    }
    return numbers.isEmpty() ? "" : numbers.getFirst();
  }
}

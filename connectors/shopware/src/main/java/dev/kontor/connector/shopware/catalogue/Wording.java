package dev.kontor.connector.shopware.catalogue;

import dev.kontor.connector.shopware.Ids;
import dev.kontor.connector.shopware.api.Language;
import dev.kontor.connector.shopware.api.ShopFacts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Puts texts under the shop's languages; those the shop lacks are left out. */
final class Wording {

  private final ShopFacts facts;
  private final @Nullable String ownLanguage;

  /**
   * @param ownLanguage of what states none, null for the shop's system language
   */
  Wording(ShopFacts facts, @Nullable String ownLanguage) {
    this.facts = facts;
    this.ownLanguage = ownLanguage;
  }

  /** Tags of languages the shop does not have. */
  List<String> unknown(List<Words> texts) {
    return texts.stream()
        .map(Words::language)
        .filter(tag -> facts.language(tag).isEmpty())
        .distinct()
        .toList();
  }

  /** The name in the shop's system language, by which rows are found; else in the source's own. */
  String systemName(String name, List<Words> texts) {
    Words system = byLanguage(name, texts).get(Ids.SYSTEM_LANGUAGE);
    return system == null || system.name() == null ? name : system.name();
  }

  /**
   * What the shop calls translations, by language id.
   *
   * @param name null to state none
   */
  ObjectNode translations(@Nullable String name, List<Words> texts) {
    ObjectNode translations = JsonNodeFactory.instance.objectNode();
    byLanguage(name, texts)
        .forEach(
            (language, words) -> {
              if (words.name() != null || words.description() != null) {
                ObjectNode fields = translations.putObject(language);
                if (words.name() != null) {
                  fields.put("name", words.name());
                }
                if (words.description() != null) {
                  fields.put("description", words.description());
                }
              }
            });
    return translations;
  }

  private Map<String, Words> byLanguage(@Nullable String name, List<Words> texts) {
    Map<String, Words> near = new HashMap<>();
    Map<String, Words> exact = new TreeMap<>();
    for (Words words : texts) {
      facts
          .language(words.language())
          .ifPresent(
              language ->
                  (language.locale().equalsIgnoreCase(words.language()) ? exact : near)
                      .putIfAbsent(language.id(), words));
    }
    near.forEach(exact::putIfAbsent);
    if (name != null) {
      exact.merge(own(), new Words("", name, null), Wording::both);
      exact.merge(Ids.SYSTEM_LANGUAGE, new Words("", name, null), Wording::both);
    }
    return exact;
  }

  /** A text's own name counts before that of the article. */
  private static Words both(Words text, Words article) {
    return new Words(
        text.language(), text.name() == null ? article.name() : text.name(), text.description());
  }

  private String own() {
    return Optional.ofNullable(ownLanguage)
        .flatMap(facts::language)
        .map(Language::id)
        .orElse(Ids.SYSTEM_LANGUAGE);
  }
}

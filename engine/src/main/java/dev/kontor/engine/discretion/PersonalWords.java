package dev.kontor.engine.discretion;

import dev.kontor.spi.Fault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What documents tell of persons, to be left out of what is said about these documents: a system
 * that refuses one may quote it. An e-mail address is left out of every sentence.
 */
public final class PersonalWords {

  /** Stands for what was left out. */
  public static final String MASK = "•••";

  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@\"'<>(),;:]+@[^\\s@\"'<>(),;:]+\\.\\p{L}{2,}");

  private static final Pattern NAME = Pattern.compile(".*name.*|.*contact.*|.*(owner|holder)");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s,;]+");

  /** Shorter ones stand for themselves in too many places. */
  private static final int TELLING_TEXT = 3;

  private static final int TELLING_CUSTOM = 5;
  private static final int TELLING_DIGITS = 7;

  private final @Nullable Pattern words;

  private PersonalWords(Set<String> words) {
    this.words =
        words.isEmpty()
            ? null
            : Pattern.compile(
                words.stream()
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .map(Pattern::quote)
                    .collect(
                        Collectors.joining("|", "(?<![\\p{L}\\p{N}])(?:", ")(?![\\p{L}\\p{N}])")),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** Those of texts that are themselves about persons. */
  public static PersonalWords ofTexts(Collection<String> texts) {
    Set<String> words = new LinkedHashSet<>();
    texts.forEach(text -> add(text, "", PersonalPart.PERSONAL, words));
    return new PersonalWords(words);
  }

  /** Those of documents. */
  public static PersonalWords of(Collection<? extends @Nullable JsonNode> documents) {
    Set<String> words = new LinkedHashSet<>();
    for (JsonNode document : documents) {
      if (document != null) {
        collect(document, "", PersonalPart.OTHER, words);
      }
    }
    return new PersonalWords(words);
  }

  private static void collect(JsonNode node, String field, PersonalPart part, Set<String> words) {
    if (node instanceof ObjectNode object) {
      for (String name : object.propertyNames()) {
        String key = name.toLowerCase(Locale.ROOT);
        collect(object.path(name), key, part.within(key), words);
      }
    } else if (node instanceof ArrayNode array) {
      array.forEach(element -> collect(element, field, part, words));
    } else if (part.mustNotBeQuoted(field) && (node.isString() || node.isNumber())) {
      add(node.asString(), field, part, words);
    }
  }

  private static void add(String value, String field, PersonalPart part, Set<String> words) {
    String text = value.strip();
    boolean said = text.chars().anyMatch(Character::isLetter);
    int least = part == PersonalPart.CUSTOM ? TELLING_CUSTOM : TELLING_TEXT;
    if (said
        ? text.length() >= least
        : text.chars().filter(Character::isDigit).count() >= TELLING_DIGITS) {
      words.add(text);
    }
    if (said && NAME.matcher(field).matches()) {
      for (String word : BETWEEN_WORDS.split(text)) {
        if (word.length() >= TELLING_TEXT && word.chars().allMatch(Character::isLetter)) {
          words.add(word);
        }
      }
    }
  }

  /** The sentence without them. */
  public String without(String text) {
    String first = words == null ? text : words.matcher(text).replaceAll(MASK);
    return EMAIL.matcher(first).replaceAll(MASK);
  }

  /** The sentences without them. */
  public List<String> without(List<String> texts) {
    List<String> said = new ArrayList<>();
    texts.forEach(text -> said.add(without(text)));
    return said;
  }

  /** The same diagnosis without them; what it names to wait for stays. */
  public Fault without(Fault fault) {
    return switch (fault) {
      case Fault.Misconfigured f -> new Fault.Misconfigured(f.setting(), without(f.problem()));
      case Fault.SignInRefused f -> new Fault.SignInRefused(without(f.message()));
      case Fault.Forbidden f -> new Fault.Forbidden(f.resource(), without(f.message()));
      case Fault.Invalid f -> new Fault.Invalid(f.field(), without(f.problem()), f.remoteCode());
      case Fault.Unsupported f -> new Fault.Unsupported(without(f.message()));
      case Fault.Ambiguous f -> new Fault.Ambiguous(without(f.message()));
      case Fault.Missing f -> new Fault.Missing(f.type(), f.key(), without(f.message()));
      case Fault.Conflict f -> new Fault.Conflict(without(f.message()));
      case Fault.Throttled f -> f;
      case Fault.Unavailable f -> new Fault.Unavailable(without(f.message()));
      case Fault.OutcomeUnknown f -> new Fault.OutcomeUnknown(without(f.message()));
    };
  }
}

package dev.kontor.engine.mapping;

import dev.kontor.engine.config.Nearest;
import dev.kontor.engine.config.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Puts a customer's rules over the shipped ones. */
final class Overlays {

  private Overlays() {}

  /**
   * The rules with every {@code to} the overlay names replaced in its place, or added at the end.
   */
  static List<RuleText> put(
      List<RuleText> shipped, List<RuleText> overlay, List<Problem> problems) {
    List<RuleText> result = new ArrayList<>();
    Set<String> placed = new HashSet<>();
    for (RuleText rule : shipped) {
      List<RuleText> replacing = named(overlay, rule.to());
      if (replacing.isEmpty()) {
        result.add(rule);
      } else if (placed.add(rule.to())) {
        replacing.stream().filter(r -> !r.removes()).forEach(result::add);
      }
    }
    for (RuleText rule : overlay) {
      if (!placed.contains(rule.to())) {
        add(rule, shipped, result, problems);
      }
    }
    return result;
  }

  private static void add(
      RuleText rule, List<RuleText> shipped, List<RuleText> result, List<Problem> problems) {
    if (rule.removes()) {
      problems.add(
          rule.problem(
              "to",
              "removes a rule that is not there",
              Nearest.remedy(
                  rule.to(), shipped.stream().map(RuleText::to).toList(), "remove this rule")));
    } else {
      result.add(rule);
    }
  }

  private static List<RuleText> named(List<RuleText> rules, String to) {
    return rules.stream().filter(rule -> rule.to().equals(to)).toList();
  }
}

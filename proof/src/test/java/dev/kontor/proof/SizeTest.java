package dev.kontor.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.MethodTree;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Files and methods stay small enough to be read; tests may be half as long again. Where the code
 * is over its budget today, what it owes is written down: it may not grow, and once it is paid the
 * entry must go.
 */
final class SizeTest {

  private record Sized(String where, int lines) {}

  private record Limit(int median, int p95, int longest) {
    Limit forTests() {
      return new Limit(median * 3 / 2, p95 * 3 / 2, longest * 3 / 2);
    }
  }

  private static final Limit FILES = new Limit(55, 230, 500);
  private static final Limit METHODS = new Limit(5, 24, 60);

  private static final int NOTHING_OWED = 0;

  /** Median lines of test files, budget 82. */
  private static final int TEST_FILES_OWE = 91;

  @Test
  void mainFiles() {
    check("files", files(Sources.main()), FILES, NOTHING_OWED);
  }

  @Test
  void testFiles() {
    check("test files", files(Sources.test()), FILES.forTests(), TEST_FILES_OWE);
  }

  @Test
  void mainMethods() {
    check("methods", methods(Sources.main()), METHODS, NOTHING_OWED);
  }

  @Test
  void testMethods() {
    check("test methods", methods(Sources.test()), METHODS.forTests(), NOTHING_OWED);
  }

  private static List<Sized> files(List<Source> sources) {
    return sources.stream().map(s -> new Sized(s.path().toString(), s.lines())).toList();
  }

  private static List<Sized> methods(List<Source> sources) {
    Stream.Builder<Sized> found = Stream.builder();
    new Violations() {
      @Override
      public @Nullable Void visitMethod(MethodTree method, Source source) {
        if (method.getBody() != null) {
          found.add(new Sized(source.at(method) + " " + method.getName(), source.linesOf(method)));
        }
        return super.visitMethod(method, source);
      }
    }.in(sources);
    return found.build().toList();
  }

  private static void check(String what, List<Sized> unsorted, Limit limit, int medianOwed) {
    List<Sized> sorted = unsorted.stream().sorted(Comparator.comparingInt(Sized::lines)).toList();
    int median = sorted.get(sorted.size() / 2).lines();
    int p95 = sorted.get(sorted.size() * 95 / 100).lines();
    assertThat(sorted.reversed().stream().filter(s -> s.lines() > limit.longest()))
        .as("%s longer than %s lines; cut each at a business word", what, limit.longest())
        .isEmpty();
    assertThat(p95)
        .as("95th percentile of lines of %s; cut some of %s", what, longest(sorted))
        .isLessThanOrEqualTo(limit.p95());
    assertThat(median)
        .as("median lines of %s; the longest are %s", what, longest(sorted))
        .isLessThanOrEqualTo(Math.max(limit.median(), medianOwed));
    assertThat(medianOwed == NOTHING_OWED || median > limit.median())
        .as("median lines of %s are within the budget again; take the debt out here", what)
        .isTrue();
  }

  private static String longest(List<Sized> sorted) {
    StringBuilder text = new StringBuilder();
    sorted.reversed().stream()
        .limit(25)
        .forEach(s -> text.append("\n  ").append(s.lines()).append(' ').append(s.where()));
    return text.toString();
  }
}

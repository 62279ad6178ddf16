package dev.kontor.proof;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rules of the house that a compiler does not know. */
final class CodeRulesTest {

  private static final Set<String> EMPTY_WORDS =
      Set.of("util", "utils", "common", "impl", "manager", "helper", "service", "misc");

  /** The calls that read this machine's clock, however they are qualified. */
  private static final Pattern CLOCK =
      Pattern.compile(
          "(.*\\.)?(Instant|LocalDate|LocalDateTime|LocalTime|OffsetDateTime|ZonedDateTime|Year"
              + "|YearMonth)\\.now|(.*\\.)?System\\.currentTimeMillis"
              + "|(.*\\.)?(Clock|InstantSource)\\.system(UTC|DefaultZone)?");

  /** Where the process's clock is chosen; everything else is handed it. */
  private static final Set<String> CLOCK_CHOSEN_BY = Set.of("Machinery", "Options", "Records");

  private static final Pattern SQL =
      Pattern.compile(
          "(?is)\\s*(with\\s+\\w+\\s+as\\s*\\(|select\\s.+\\bfrom\\s|insert\\s+into\\s+\\w"
              + "|update\\s+\\w+\\s+(\\w+\\s+)?set\\s|delete\\s+from\\s+\\w"
              + "|(create|drop|alter)\\s+(table|index|database|function)\\b).*");

  private static final List<String> MONEY =
      List.of(
          "model/",
          "connectors/",
          "spi/",
          "twins/business-central/",
          "twins/shopware/",
          "twins/magento/",
          "twins/finance-operations/",
          "engine/src/main/java/dev/kontor/engine/stock/",
          "engine/src/main/java/dev/kontor/engine/flow/",
          "engine/src/main/java/dev/kontor/engine/mapping/",
          "engine/src/main/java/dev/kontor/engine/capture/",
          "engine/src/main/java/dev/kontor/engine/delivery/");

  private static final Set<Tree.Kind> BINARY =
      Set.of(Tree.Kind.DOUBLE_LITERAL, Tree.Kind.FLOAT_LITERAL);

  /** A map that remembers the order of access can only be made with a load factor. */
  private static boolean isLoadFactor(TreePath literal) {
    return literal.getParentPath().getLeaf() instanceof NewClassTree created
        && created.getIdentifier().toString().startsWith("LinkedHashMap");
  }

  @Test
  void packagesAreNamedByBusinessWords() {
    Violations violations = new Violations();
    for (Source source : Sources.all()) {
      Arrays.stream(source.packageName().split("\\."))
          .filter(EMPTY_WORDS::contains)
          .forEach(word -> violations.add(source.path() + " lies in a package named " + word));
    }
    violations.none("name the package by what the business calls it");
  }

  @Test
  void onlyTheClockReadsTheTime() {
    new Violations() {
      @Override
      public @Nullable Void visitMethodInvocation(MethodInvocationTree call, Source source) {
        String called = call.getMethodSelect().toString();
        boolean argumentFree = call.getArguments().isEmpty();
        if (argumentFree && CLOCK.matcher(called).matches()) {
          add(source, call, called + "()");
        }
        return super.visitMethodInvocation(call, source);
      }

      @Override
      public @Nullable Void visitNewClass(NewClassTree created, Source source) {
        if (created.getIdentifier().toString().matches("(java\\.util\\.)?Date")) {
          add(source, created, "new Date()");
        }
        return super.visitNewClass(created, source);
      }
    }.in(Sources.main().stream().filter(s -> !CLOCK_CHOSEN_BY.contains(s.type())).toList())
        .none("take a java.time.InstantSource and ask it; time must be drivable in tests");
  }

  @Test
  void sqlStandsInStoresOnly() {
    new Violations() {
      @Override
      public @Nullable Void visitLiteral(LiteralTree literal, Source source) {
        if (literal.getValue() instanceof String text && SQL.matcher(text).matches()) {
          add(source, literal, text.strip().lines().findFirst().orElse(""));
        }
        return super.visitLiteral(literal, source);
      }
    }.in(Sources.main().stream().filter(s -> !s.type().endsWith("Store")).toList())
        .none("move the statement to a class named …Store");
  }

  @Test
  void noBinaryFractionsNearMoney() {
    new Violations() {
      @Override
      public @Nullable Void visitPrimitiveType(PrimitiveTypeTree type, Source source) {
        TypeKind kind = type.getPrimitiveTypeKind();
        if (kind == TypeKind.DOUBLE || kind == TypeKind.FLOAT) {
          add(source, type, kind.name().toLowerCase(java.util.Locale.ROOT));
        }
        return super.visitPrimitiveType(type, source);
      }

      @Override
      public @Nullable Void visitLiteral(LiteralTree literal, Source source) {
        if (BINARY.contains(literal.getKind()) && !isLoadFactor(getCurrentPath())) {
          add(source, literal, "the literal " + literal);
        }
        return super.visitLiteral(literal, source);
      }

      @Override
      public @Nullable Void visitMethodInvocation(MethodInvocationTree call, Source source) {
        String called = call.getMethodSelect().toString();
        if (called.matches("(?s).*\\.(doubleValue|floatValue|asDouble|parseDouble|asFloat)")) {
          add(source, call, called.substring(called.lastIndexOf('.')));
        }
        return super.visitMethodInvocation(call, source);
      }
    }.in(Sources.main().stream().filter(s -> MONEY.stream().anyMatch(s::isIn)).toList())
        .none("use BigDecimal, read from and written to its decimal text");
  }

  @Test
  void nothingIsInjectedIntoFields() {
    new Violations() {
      @Override
      public @Nullable Void visitVariable(VariableTree variable, Source source) {
        boolean field =
            getCurrentPath().getParentPath().getLeaf().getKind().asInterface()
                == com.sun.source.tree.ClassTree.class;
        for (AnnotationTree annotation : variable.getModifiers().getAnnotations()) {
          String name = annotation.getAnnotationType().toString();
          if (field
              && name.matches("(.*\\.)?(Autowired|Inject|Resource|Value|PersistenceContext)")) {
            add(source, variable, "@" + name + " " + variable.getName());
          }
        }
        return super.visitVariable(variable, source);
      }
    }.in(Sources.all()).none("take it in the constructor");
  }

  @Test
  void noMockingLibrary() {
    Violations violations = new Violations();
    for (Source source : Sources.all()) {
      source.imports().stream()
          .filter(
              i -> i.matches("(org\\.(mockito|easymock|powermock|jmock)|mockit|io\\.mockk)\\..*"))
          .forEach(i -> violations.add(source.path() + " imports " + i));
    }
    violations.none("write a fake by hand or use a twin");
  }
}

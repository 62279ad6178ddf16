package dev.kontor.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.CaseLabelTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConstantCaseLabelTree;
import com.sun.source.tree.DeconstructionPatternTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.PatternCaseLabelTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A switch over an enum or a sealed type names every case, so that a new case does not compile
 * until each place has decided about it.
 */
final class SwitchTest {

  /** Simple names of all that a sealed type of this project permits. */
  private static Set<String> sealedCases() {
    Set<String> sealed = new HashSet<>();
    new Violations() {
      @Override
      public @Nullable Void visitClass(ClassTree type, Source source) {
        if (type.getModifiers().getFlags().contains(Modifier.SEALED)) {
          sealed.add(type.getSimpleName().toString());
        }
        return super.visitClass(type, source);
      }
    }.in(Sources.main());
    Set<String> cases = new HashSet<>();
    new Violations() {
      @Override
      public @Nullable Void visitClass(ClassTree type, Source source) {
        if (type.getImplementsClause().stream().anyMatch(t -> sealed.contains(last(t)))) {
          cases.add(type.getSimpleName().toString());
        }
        return super.visitClass(type, source);
      }
    }.in(Sources.main());
    return cases;
  }

  private static String last(Tree name) {
    String text = name.toString().replaceAll("<.*>", "");
    return text.substring(text.lastIndexOf('.') + 1);
  }

  @Test
  void noDefaultHidesANewCase() {
    Set<String> cases = sealedCases();
    assertThat(cases).contains("Unavailable", "Written", "Retrying");
    new Violations() {
      @Override
      public @Nullable Void visitSwitch(SwitchTree choice, Source source) {
        judge(choice, choice.getCases(), source);
        return super.visitSwitch(choice, source);
      }

      @Override
      public @Nullable Void visitSwitchExpression(SwitchExpressionTree choice, Source source) {
        judge(choice, choice.getCases(), source);
        return super.visitSwitchExpression(choice, source);
      }

      private void judge(Tree choice, List<? extends CaseTree> branches, Source source) {
        List<CaseLabelTree> labels =
            branches.stream().<CaseLabelTree>flatMap(c -> c.getLabels().stream()).toList();
        boolean open = labels.stream().anyMatch(l -> l instanceof DefaultCaseLabelTree);
        if (open && labels.stream().anyMatch(l -> isClosed(l, cases))) {
          add(source, choice, "has a default");
        }
      }
    }.in(Sources.all()).none("name every case instead of default");
  }

  /** A bare name is an enum's constant; a constant of a class or a literal is not. */
  private static boolean isClosed(CaseLabelTree label, Set<String> sealedCases) {
    return switch (label) {
      case ConstantCaseLabelTree constant ->
          constant.getConstantExpression() instanceof IdentifierTree name
              && ENUM_CONSTANTS.contains(name.getName().toString());
      case PatternCaseLabelTree pattern ->
          switch (pattern.getPattern()) {
            case BindingPatternTree binding ->
                sealedCases.contains(last(binding.getVariable().getType()));
            case DeconstructionPatternTree record ->
                sealedCases.contains(last(record.getDeconstructor()));
            default -> false;
          };
      default -> false;
    };
  }

  private static final Set<String> ENUM_CONSTANTS = enumConstants();

  private static Set<String> enumConstants() {
    Set<String> names = new HashSet<>();
    new Violations() {
      @Override
      public @Nullable Void visitClass(ClassTree type, Source source) {
        if (type.getKind() == Tree.Kind.ENUM) {
          type.getMembers().stream()
              .filter(m -> m instanceof com.sun.source.tree.VariableTree)
              .map(m -> ((com.sun.source.tree.VariableTree) m).getName().toString())
              .forEach(names::add);
        }
        return super.visitClass(type, source);
      }
    }.in(Sources.main());
    return names;
  }
}

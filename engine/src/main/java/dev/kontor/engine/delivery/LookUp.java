package dev.kontor.engine.delivery;

import dev.kontor.engine.flow.FlowLine;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Ability;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Finds out whether an effect is in the target already, where that can be in doubt. */
public final class LookUp {

  /** What to do with the effect. */
  public sealed interface Answer {
    /** It is certainly not there, or may safely be repeated. */
    record Send() implements Answer {}

    /** It is there. */
    record There(Outcome.Written written) implements Answer {}

    /** It was not found, but an earlier call may still take effect. */
    record Unclear(long leftMillis) implements Answer {}

    /** More than one document answers to it. */
    record Several(Fault fault) implements Answer {}
  }

  private final BooleanSupplier inDoubt;

  /**
   * @param inDoubt whether the installation was restored, so that every create may be there already
   */
  public LookUp(BooleanSupplier inDoubt) {
    this.inDoubt = inDoubt;
  }

  /**
   * @param intent what is remembered of an earlier try, null if there was none
   * @param doubtful whether somebody else may have brought it about; asked where the target can say
   */
  Answer before(FlowLine line, Effect effect, @Nullable Intent intent, boolean doubtful) {
    EntityType entity = line.config().to().entity();
    boolean open = intent != null && intent.isOpen();
    boolean repeatable =
        effect.instead().isEmpty() && line.to().descriptor().can(entity, Ability.REPEATABLE_WRITE);
    boolean update = effect.targetId() != null;
    boolean matched = effect.match() != null;
    boolean elsewhere = doubtful && line.to().descriptor().can(entity, Ability.FIND_BY_REFERENCE);
    if (!matched && (update || repeatable || (!open && !elsewhere && !inDoubt.getAsBoolean()))) {
      return new Answer.Send();
    }
    List<Document> found = find(line.to().reader(entity), effect);
    if (found.size() > 1) {
      String what = effect.match() == null ? effect.reference() : "this customer";
      return new Answer.Several(new Fault.Ambiguous(several(line, what, found)));
    }
    if (found.size() == 1) {
      Document there = found.getFirst();
      return new Answer.There(new Outcome.Written(there.id(), there.number(), there.version()));
    }
    return intent != null && intent.isOpen() && !intent.past()
        ? new Answer.Unclear(intent.absentInMillis())
        : new Answer.Send();
  }

  private static List<Document> find(Reader reader, Effect effect) {
    if (effect.match() == null) {
      return reader.find(new Identity.ExternalReference(effect.reference()));
    }
    List<Document> found = new ArrayList<>(reader.find(new Identity.Match(effect.match())));
    String email = effect.model().path("email").asString("");
    if (found.isEmpty() && !effect.match().startsWith("email:") && !email.isBlank()) {
      found.addAll(
          reader.find(new Identity.Match("email:" + dev.kontor.model.CustomerKey.email(email))));
    }
    return found;
  }

  /** What to tell people of documents of which there should be one. */
  public static String several(FlowLine line, String what, List<Document> found) {
    List<String> numbers =
        found.stream().map(d -> d.number() == null ? d.id() : d.number()).toList();
    return line.to().name()
        + " has "
        + found.size()
        + " documents for "
        + what
        + ": "
        + String.join(", ", numbers)
        + "; merge or correct them, then resubmit";
  }
}

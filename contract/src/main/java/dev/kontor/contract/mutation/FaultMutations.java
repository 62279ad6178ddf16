package dev.kontor.contract.mutation;

import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Reader;
import dev.kontor.spi.Writer;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** What a connector could tell wrong of what went wrong. */
final class FaultMutations {

  private FaultMutations() {}

  /** One class of fault is told as something else, by readers and writers alike. */
  static Tampering told(Class<? extends Fault> told, UnaryOperator<Outcome> as) {
    return toldOf((outcome, about) -> told.isInstance(outcome) ? as.apply(outcome) : outcome);
  }

  /** Likewise, whatever the fault. */
  static Tampering toldOf(BiFunction<Outcome, Mutated, Outcome> change) {
    return new Tampering() {
      @Override
      public Reader reader(Reader inner, Mutated about) {
        return new ToldReader(inner, outcome -> change.apply(outcome, about));
      }

      @Override
      public Writer writer(Writer inner, Mutated about) {
        return new ToldWriter(inner, outcome -> change.apply(outcome, about));
      }
    };
  }

  static Fault invalid(Outcome fault) {
    return new Fault.Invalid("answer", "was not understood", null);
  }

  static Fault unavailable(Outcome fault) {
    return new Fault.Unavailable("no answer");
  }

  static Fault unknown(Outcome fault) {
    return new Fault.OutcomeUnknown("no answer");
  }

  static Fault unsupported(Outcome fault) {
    return new Fault.Unsupported("cannot be done");
  }

  static Outcome written(Outcome fault) {
    return new Outcome.Written("1", null, null);
  }

  static Fault withoutField(Outcome fault) {
    return new Fault.Invalid("", "the target refuses it", null);
  }

  /** A secret stands in the text, as of a request that is quoted whole. */
  static Tampering secretTold() {
    return toldOf(
        (outcome, about) ->
            outcome instanceof Fault fault
                ? new Fault.Unavailable(fault.message() + ", sent with " + about.secret())
                : outcome);
  }

  static <T> T told(Supplier<T> call, UnaryOperator<Outcome> as) {
    try {
      return call.get();
    } catch (FaultException e) {
      throw as.apply(e.fault()) instanceof Fault fault ? new FaultException(fault) : e;
    }
  }
}

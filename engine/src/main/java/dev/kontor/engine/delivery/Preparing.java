package dev.kontor.engine.delivery;

import dev.kontor.engine.flow.FlowLine;
import dev.kontor.spi.Attachment;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Files;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Has the target's writer complete what is to be written, and opens the files that go with it. */
public final class Preparing {

  private final Faults faults;

  public Preparing(Faults faults) {
    this.faults = faults;
  }

  /**
   * @param refused takes the rounds of those that may not be written; they say why not
   * @return those that may be written; what is taken away needs no preparation
   */
  public List<Effect> ready(FlowLine line, List<Effect> planned, List<Round> refused) {
    List<Effect> effects = new ArrayList<>();
    List<Effect> drafts = new ArrayList<>();
    for (Effect effect : planned) {
      (effect.action() == Write.Action.DELETE ? effects : drafts).add(effect);
    }
    List<Prepared> answers = prepare(line, drafts);
    for (int i = 0; i < drafts.size(); i++) {
      Effect effect = drafts.get(i);
      try {
        switch (answers.get(i)) {
          case Prepared.Ready ready -> effects.add(complete(line, effect, ready));
          case Prepared.Refused no ->
              refused.add(
                  effect
                      .claimed()
                      .round()
                      .finish(faults.react(line, line.to(), effect.event(), no.fault())));
        }
      } catch (FaultException e) {
        refused.add(
            effect
                .claimed()
                .round()
                .finish(faults.react(line, line.from(), effect.event(), e.fault())));
      }
    }
    return effects;
  }

  private static List<Prepared> prepare(FlowLine line, List<Effect> drafts) {
    if (drafts.isEmpty()) {
      return List.of();
    }
    try {
      return line.to()
          .writer(line.config().to().entity())
          .prepareAll(drafts.stream().map(Preparing::draft).toList());
    } catch (FaultException e) {
      return Collections.nCopies(drafts.size(), new Prepared.Refused(e.fault()));
    }
  }

  private static Writer.Draft draft(Effect effect) {
    return new Writer.Draft(effect.content(), effect.model(), effect.targetId());
  }

  /** The source is asked for the files, so what fails there is its own fault. */
  private static Effect complete(FlowLine line, Effect effect, Prepared.Ready ready) {
    Map<String, Attachment> files = new LinkedHashMap<>();
    for (String reference : ready.attachments()) {
      files.put(reference, files(line).open(reference));
    }
    JsonNode content = ready.content();
    return effect.prepared(content, ready.notes(), files);
  }

  private static Files files(FlowLine line) {
    return line.from()
        .connector()
        .files()
        .orElseThrow(
            () ->
                new FaultException(
                    new Fault.Unsupported(
                        line.from().name()
                            + " ("
                            + line.from().descriptor().title()
                            + ") cannot open files")));
  }
}

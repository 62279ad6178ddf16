package dev.kontor.proof.merchant;

import dev.kontor.twin.kit.Dials;
import dev.kontor.twin.kit.Json;

/** How badly networks and systems behave; other dice in every round. */
public final class Disturbance {

  private Disturbance() {}

  /** Lost answers, commits after the client gave up, throttling, broken connections, errors. */
  public static void ofErp(Dials dials, int round) {
    dials
        .set("seed", round + 1)
        .set("dropAnswerProbability", "0.10")
        .set("lateCommitProbability", "0.06")
        .set("lateCommitMs", 1500)
        .set("throttleProbability", "0.06")
        .set("serverErrorProbability", "0.03")
        .set("serverErrorStatus", round % 2 == 0 ? 503 : 500)
        .set("resetProbability", "0.05");
    if (round % 2 == 0) {
      dials.set("retryAfterSeconds", 1);
    } else {
      dials.set(Json.object().putNull("retryAfterSeconds"));
    }
  }

  /** Webhooks twice, out of order or never; its API suffers like the ERP's. */
  public static void ofShop(Dials dials, int round) {
    dials
        .set("seed", round + 1000)
        .set("webhookDuplicateProbability", "0.3")
        .set("webhookReorderProbability", "0.3")
        .set("webhookLoseProbability", "0.15")
        .set("throttleProbability", "0.04")
        .set("dropAnswerProbability", "0.05")
        .set("resetProbability", "0.05");
  }
}

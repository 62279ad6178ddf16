package dev.kontor.engine.reconcile;

import dev.kontor.engine.flow.FlowLine;

/**
 * The flow that carries orders from a shop to an ERP, and the one that tells what becomes of them.
 *
 * @param progress need not be switched on; its mapping reads the ERP's orders
 */
public record OrderFlows(FlowLine orders, FlowLine progress) {}

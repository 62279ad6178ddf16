namespace Kontor.Commerce;

using Microsoft.Inventory.Ledger;
using Microsoft.Inventory.Tracking;
using Microsoft.Inventory.Transfer;
using Microsoft.Purchases.Document;
using Microsoft.Sales.Document;

/// <summary>Adds up what open documents take from stock or bring to it, in base units.</summary>
codeunit 50142 "KTR Stock Commitment Reader"
{
    Access = Internal;

    procedure Fill(var TempStockCommitment: Record "KTR Stock Commitment" temporary; ItemFilter: Text)
    begin
        AddSales(TempStockCommitment, ItemFilter);
        AddPurchases(TempStockCommitment, ItemFilter);
        AddTransfers(TempStockCommitment, ItemFilter);
        AddReservations(TempStockCommitment, ItemFilter);
        if TempStockCommitment.FindFirst() then;
    end;

    local procedure AddSales(var TempStockCommitment: Record "KTR Stock Commitment" temporary; ItemFilter: Text)
    var
        SalesLine: Record "Sales Line";
    begin
        SalesLine.SetRange("Document Type", SalesLine."Document Type"::Order);
        SalesLine.SetRange(Type, SalesLine.Type::Item);
        SalesLine.SetFilter("Outstanding Qty. (Base)", '<>0');
        SalesLine.SetRange("Drop Shipment", false);
        if ItemFilter <> '' then
            SalesLine.SetFilter("No.", ItemFilter);
        SalesLine.SetLoadFields("No.", "Variant Code", "Location Code", "Outstanding Qty. (Base)");
        if SalesLine.FindSet() then
            repeat
                Find(TempStockCommitment, SalesLine."No.", SalesLine."Variant Code", SalesLine."Location Code");
                TempStockCommitment."Qty. on Sales Orders" += SalesLine."Outstanding Qty. (Base)";
                TempStockCommitment.Modify();
            until SalesLine.Next() = 0;
    end;

    local procedure AddPurchases(var TempStockCommitment: Record "KTR Stock Commitment" temporary; ItemFilter: Text)
    var
        PurchaseLine: Record "Purchase Line";
    begin
        PurchaseLine.SetRange("Document Type", PurchaseLine."Document Type"::Order);
        PurchaseLine.SetRange(Type, PurchaseLine.Type::Item);
        PurchaseLine.SetFilter("Outstanding Qty. (Base)", '<>0');
        PurchaseLine.SetRange("Drop Shipment", false);
        if ItemFilter <> '' then
            PurchaseLine.SetFilter("No.", ItemFilter);
        PurchaseLine.SetLoadFields("No.", "Variant Code", "Location Code", "Outstanding Qty. (Base)", "Expected Receipt Date");
        if PurchaseLine.FindSet() then
            repeat
                Find(TempStockCommitment, PurchaseLine."No.", PurchaseLine."Variant Code", PurchaseLine."Location Code");
                TempStockCommitment."Qty. on Purchase Orders" += PurchaseLine."Outstanding Qty. (Base)";
                Receive(TempStockCommitment, PurchaseLine."Expected Receipt Date");
                TempStockCommitment.Modify();
            until PurchaseLine.Next() = 0;
    end;

    local procedure AddTransfers(var TempStockCommitment: Record "KTR Stock Commitment" temporary; ItemFilter: Text)
    var
        TransferLine: Record "Transfer Line";
    begin
        TransferLine.SetRange("Derived From Line No.", 0);
        if ItemFilter <> '' then
            TransferLine.SetFilter("Item No.", ItemFilter);
        if TransferLine.FindSet() then
            repeat
                if TransferLine."Outstanding Qty. (Base)" <> 0 then begin
                    Find(TempStockCommitment, TransferLine."Item No.", TransferLine."Variant Code", TransferLine."Transfer-from Code");
                    TempStockCommitment."Qty. on Transfers Out" += TransferLine."Outstanding Qty. (Base)";
                    TempStockCommitment.Modify();
                end;
                if TransferLine."Outstanding Qty. (Base)" + TransferLine."Qty. in Transit (Base)" <> 0 then begin
                    Find(TempStockCommitment, TransferLine."Item No.", TransferLine."Variant Code", TransferLine."Transfer-to Code");
                    TempStockCommitment."Qty. on Transfers In" +=
                        TransferLine."Outstanding Qty. (Base)" + TransferLine."Qty. in Transit (Base)";
                    Receive(TempStockCommitment, TransferLine."Receipt Date");
                    TempStockCommitment.Modify();
                end;
            until TransferLine.Next() = 0;
    end;

    local procedure AddReservations(var TempStockCommitment: Record "KTR Stock Commitment" temporary; ItemFilter: Text)
    var
        ReservationEntry: Record "Reservation Entry";
    begin
        ReservationEntry.SetRange("Source Type", Database::"Item Ledger Entry");
        ReservationEntry.SetRange("Reservation Status", ReservationEntry."Reservation Status"::Reservation);
        if ItemFilter <> '' then
            ReservationEntry.SetFilter("Item No.", ItemFilter);
        if ReservationEntry.FindSet() then
            repeat
                Find(TempStockCommitment, ReservationEntry."Item No.", ReservationEntry."Variant Code", ReservationEntry."Location Code");
                TempStockCommitment."Reserved Quantity" += ReservationEntry."Quantity (Base)";
                if IsForOthers(ReservationEntry) then
                    TempStockCommitment."Reserved for Others" += ReservationEntry."Quantity (Base)";
                TempStockCommitment.Modify();
            until ReservationEntry.Next() = 0;
    end;

    /// <summary>Sales order lines and transfers are counted as what they take; what else reserves stock, such as production, is not.</summary>
    local procedure IsForOthers(Supply: Record "Reservation Entry"): Boolean
    var
        Demand: Record "Reservation Entry";
    begin
        if not Demand.Get(Supply."Entry No.", not Supply.Positive) then
            exit(true);
        if Demand."Source Type" = Database::"Sales Line" then
            exit(Demand."Source Subtype" <> SalesOrder());
        exit(Demand."Source Type" <> Database::"Transfer Line");
    end;

    local procedure SalesOrder(): Integer
    var
        SalesLine: Record "Sales Line";
    begin
        SalesLine."Document Type" := SalesLine."Document Type"::Order;
        exit(SalesLine."Document Type".AsInteger());
    end;

    local procedure Find(var TempStockCommitment: Record "KTR Stock Commitment" temporary; ItemNo: Code[20]; VariantCode: Code[10]; LocationCode: Code[10])
    begin
        if TempStockCommitment.Get(ItemNo, VariantCode, LocationCode) then
            exit;
        TempStockCommitment.Init();
        TempStockCommitment."Item No." := ItemNo;
        TempStockCommitment."Variant Code" := VariantCode;
        TempStockCommitment."Location Code" := LocationCode;
        TempStockCommitment.Insert();
    end;

    local procedure Receive(var TempStockCommitment: Record "KTR Stock Commitment" temporary; ReceiptDate: Date)
    begin
        if ReceiptDate = 0D then
            exit;
        if (TempStockCommitment."Next Receipt Date" = 0D) or (ReceiptDate < TempStockCommitment."Next Receipt Date") then
            TempStockCommitment."Next Receipt Date" := ReceiptDate;
    end;
}

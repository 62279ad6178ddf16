namespace Kontor.Commerce;


page 50126 "KTR Stock Commitments"
{
    PageType = API;
    APIPublisher = 'kontor';
    APIGroup = 'commerce';
    APIVersion = 'v1.0';
    EntityName = 'stockCommitment';
    EntitySetName = 'stockCommitments';
    EntityCaption = 'Stock commitment';
    EntitySetCaption = 'Stock commitments';
    SourceTable = "KTR Stock Commitment";
    SourceTableTemporary = true;
    ODataKeyFields = "Item No.", "Variant Code", "Location Code";
    DelayedInsert = true;
    Extensible = false;
    Editable = false;
    InsertAllowed = false;
    ModifyAllowed = false;
    DeleteAllowed = false;

    layout
    {
        area(Content)
        {
            repeater(Records)
            {
                field(itemNumber; Rec."Item No.")
                {
                    Caption = 'itemNumber', Locked = true;
                }
                field(variantCode; Rec."Variant Code")
                {
                    Caption = 'variantCode', Locked = true;
                }
                field(locationCode; Rec."Location Code")
                {
                    Caption = 'locationCode', Locked = true;
                }
                field(quantityOnSalesOrders; Rec."Qty. on Sales Orders")
                {
                    Caption = 'quantityOnSalesOrders', Locked = true;
                }
                field(quantityOnPurchaseOrders; Rec."Qty. on Purchase Orders")
                {
                    Caption = 'quantityOnPurchaseOrders', Locked = true;
                }
                field(quantityOnTransfersOut; Rec."Qty. on Transfers Out")
                {
                    Caption = 'quantityOnTransfersOut', Locked = true;
                }
                field(quantityOnTransfersIn; Rec."Qty. on Transfers In")
                {
                    Caption = 'quantityOnTransfersIn', Locked = true;
                }
                field(reservedQuantity; Rec."Reserved Quantity")
                {
                    Caption = 'reservedQuantity', Locked = true;
                }
                field(reservedForOthers; Rec."Reserved for Others")
                {
                    Caption = 'reservedForOthers', Locked = true;
                }
                field(nextReceiptDate; Rec."Next Receipt Date")
                {
                    Caption = 'nextReceiptDate', Locked = true;
                }
            }
        }
    }

    trigger OnOpenPage()
    var
        StockCommitmentReader: Codeunit "KTR Stock Commitment Reader";
    begin
        StockCommitmentReader.Fill(Rec, Rec.GetFilter("Item No."));
    end;
}

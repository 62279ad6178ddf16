namespace Kontor.Commerce;

using Microsoft.Purchases.Document;

query 50146 "KTR Expected Receipts"
{
    QueryType = API;
    APIPublisher = 'kontor';
    APIGroup = 'commerce';
    APIVersion = 'v1.0';
    EntityName = 'expectedReceipt';
    EntitySetName = 'expectedReceipts';
    EntityCaption = 'Expected receipt';
    EntitySetCaption = 'Expected receipts';

    elements
    {
        dataitem(PurchaseLine; "Purchase Line")
        {
            DataItemTableFilter = "Document Type" = const(Order), Type = const(Item), "Drop Shipment" = const(false), "Outstanding Qty. (Base)" = filter(<> 0);

            column(itemNumber; "No.")
            {
                Caption = 'itemNumber', Locked = true;
            }
            column(variantCode; "Variant Code")
            {
                Caption = 'variantCode', Locked = true;
            }
            column(locationCode; "Location Code")
            {
                Caption = 'locationCode', Locked = true;
            }
            column(expectedReceiptDate; "Expected Receipt Date")
            {
                Caption = 'expectedReceiptDate', Locked = true;
            }
            column(quantity; "Outstanding Qty. (Base)")
            {
                Caption = 'quantity', Locked = true;
                Method = Sum;
            }
        }
    }
}

namespace Kontor.Commerce;

using Microsoft.Sales.Document;
using Microsoft.Sales.History;

page 50131 "KTR Sales Shpt. Line Details"
{
    PageType = API;
    APIPublisher = 'kontor';
    APIGroup = 'commerce';
    APIVersion = 'v1.0';
    EntityName = 'salesShipmentLineDetail';
    EntitySetName = 'salesShipmentLineDetails';
    EntityCaption = 'Sales shipment line detail';
    EntitySetCaption = 'Sales shipment line details';
    SourceTable = "Sales Shipment Line";
    ODataKeyFields = SystemId;
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
                field(id; Rec.SystemId)
                {
                    Caption = 'id', Locked = true;
                }
                field(documentNumber; Rec."Document No.")
                {
                    Caption = 'documentNumber', Locked = true;
                }
                field(lineNumber; Rec."Line No.")
                {
                    Caption = 'lineNumber', Locked = true;
                }
                field(orderNumber; Rec."Order No.")
                {
                    Caption = 'orderNumber', Locked = true;
                }
                field(orderLineNumber; Rec."Order Line No.")
                {
                    Caption = 'orderLineNumber', Locked = true;
                }
                field(itemNumber; ItemNumber)
                {
                    Caption = 'itemNumber', Locked = true;
                }
                field(variantCode; Rec."Variant Code")
                {
                    Caption = 'variantCode', Locked = true;
                }
                field(unitOfMeasureCode; Rec."Unit of Measure Code")
                {
                    Caption = 'unitOfMeasureCode', Locked = true;
                }
                field(quantity; Rec.Quantity)
                {
                    Caption = 'quantity', Locked = true;
                }
                field(quantityInvoiced; Rec."Quantity Invoiced")
                {
                    Caption = 'quantityInvoiced', Locked = true;
                }
                field(lastModifiedDateTime; Rec.SystemModifiedAt)
                {
                    Caption = 'lastModifiedDateTime', Locked = true;
                }
            }
        }
    }

    trigger OnAfterGetRecord()
    begin
        ItemNumber := '';
        if Rec.Type = Rec.Type::Item then
            ItemNumber := Rec."No.";
    end;

    var
        ItemNumber: Code[20];
}

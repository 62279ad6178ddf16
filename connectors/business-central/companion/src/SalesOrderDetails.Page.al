namespace Kontor.Commerce;

using Microsoft.Sales.Document;

page 50129 "KTR Sales Order Details"
{
    PageType = API;
    APIPublisher = 'kontor';
    APIGroup = 'commerce';
    APIVersion = 'v1.0';
    EntityName = 'salesOrderDetail';
    EntitySetName = 'salesOrderDetails';
    EntityCaption = 'Sales order detail';
    EntitySetCaption = 'Sales order details';
    SourceTable = "Sales Header";
    SourceTableView = where("Document Type" = const(Order));
    ODataKeyFields = SystemId;
    DelayedInsert = true;
    Extensible = false;
    Editable = true;
    InsertAllowed = false;
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
                    Editable = false;
                }
                field(number; Rec."No.")
                {
                    Caption = 'number', Locked = true;
                    Editable = false;
                }
                field(shippingAgentCode; Rec."Shipping Agent Code")
                {
                    Caption = 'shippingAgentCode', Locked = true;
                }
                field(shippingAgentServiceCode; Rec."Shipping Agent Service Code")
                {
                    Caption = 'shippingAgentServiceCode', Locked = true;
                }
                field(paymentMethodCode; Rec."Payment Method Code")
                {
                    Caption = 'paymentMethodCode', Locked = true;
                }
                field(locationCode; Rec."Location Code")
                {
                    Caption = 'locationCode', Locked = true;
                }
                field(yourReference; Rec."Your Reference")
                {
                    Caption = 'yourReference', Locked = true;
                }
                field(workDescription; WorkDescription)
                {
                    Caption = 'workDescription', Locked = true;

                    trigger OnValidate()
                    begin
                        Rec.SetWorkDescription(WorkDescription);
                    end;
                }
                field(onHold; Rec."On Hold")
                {
                    Caption = 'onHold', Locked = true;
                }
                field(reserve; Rec.Reserve)
                {
                    Caption = 'reserve', Locked = true;
                }
                field(completelyShipped; Rec."Completely Shipped")
                {
                    Caption = 'completelyShipped', Locked = true;
                    Editable = false;
                }
                field(released; IsReleased)
                {
                    Caption = 'released', Locked = true;
                    Editable = false;
                }
                field(lastModifiedDateTime; Rec.SystemModifiedAt)
                {
                    Caption = 'lastModifiedDateTime', Locked = true;
                    Editable = false;
                }
            }
        }
    }

    trigger OnAfterGetRecord()
    begin
        Rec.CalcFields("Completely Shipped");
        WorkDescription := Rec.GetWorkDescription();
        IsReleased := Rec.Status = Rec.Status::Released;
    end;

    var
        OrderActions: Codeunit "KTR Order Actions";
        WorkDescription: Text;
        IsReleased: Boolean;

    [ServiceEnabled]
    [Scope('Cloud')]
    procedure release(var ActionContext: WebServiceActionContext)
    begin
        OrderActions.Release(Rec);
        Answer(ActionContext);
    end;

    [ServiceEnabled]
    [Scope('Cloud')]
    procedure reopen(var ActionContext: WebServiceActionContext)
    begin
        OrderActions.Reopen(Rec);
        Answer(ActionContext);
    end;

    [ServiceEnabled]
    [Scope('Cloud')]
    procedure ship(var ActionContext: WebServiceActionContext; packageTrackingNumber: Text[50]; shippingAgentCode: Code[10]; shippingAgentServiceCode: Code[10]; postingDate: Date)
    begin
        OrderActions.Ship(Rec, packageTrackingNumber, shippingAgentCode, shippingAgentServiceCode, postingDate);
        Answer(ActionContext);
    end;

    [ServiceEnabled]
    [Scope('Cloud')]
    procedure invoice(var ActionContext: WebServiceActionContext)
    begin
        OrderActions.Invoice(Rec);
        Answer(ActionContext);
    end;

    [ServiceEnabled]
    [Scope('Cloud')]
    procedure shipAndInvoice(var ActionContext: WebServiceActionContext; packageTrackingNumber: Text[50]; shippingAgentCode: Code[10]; shippingAgentServiceCode: Code[10]; postingDate: Date)
    begin
        OrderActions.ShipAndInvoice(Rec, packageTrackingNumber, shippingAgentCode, shippingAgentServiceCode, postingDate);
        Answer(ActionContext);
    end;

    [ServiceEnabled]
    [Scope('Cloud')]
    procedure cancel(var ActionContext: WebServiceActionContext)
    begin
        OrderActions.Cancel(Rec);
        Answer(ActionContext);
    end;

    // Business Central answers 204 to this result code; the order may be gone.
    local procedure Answer(var ActionContext: WebServiceActionContext)
    begin
        ActionContext.SetObjectType(ObjectType::Page);
        ActionContext.SetObjectId(Page::"KTR Sales Order Details");
        ActionContext.AddEntityKey(Rec.FieldNo(SystemId), Rec.SystemId);
        ActionContext.SetResultCode(WebServiceActionResultCode::Deleted);
    end;
}

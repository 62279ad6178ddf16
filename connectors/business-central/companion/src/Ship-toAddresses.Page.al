namespace Kontor.Commerce;

using Microsoft.Sales.Customer;

page 50128 "KTR Ship-to Addresses"
{
    PageType = API;
    APIPublisher = 'kontor';
    APIGroup = 'commerce';
    APIVersion = 'v1.0';
    EntityName = 'shipToAddress';
    EntitySetName = 'shipToAddresses';
    EntityCaption = 'Ship to address';
    EntitySetCaption = 'Ship to addresses';
    SourceTable = "Ship-to Address";
    ODataKeyFields = SystemId;
    DelayedInsert = true;
    Extensible = false;

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
                field(customerNumber; Rec."Customer No.")
                {
                    Caption = 'customerNumber', Locked = true;
                }
                field(code; Rec.Code)
                {
                    Caption = 'code', Locked = true;
                }
                field(name; Rec.Name)
                {
                    Caption = 'name', Locked = true;
                }
                field(name2; Rec."Name 2")
                {
                    Caption = 'name2', Locked = true;
                }
                field(contact; Rec.Contact)
                {
                    Caption = 'contact', Locked = true;
                }
                field(addressLine1; Rec.Address)
                {
                    Caption = 'addressLine1', Locked = true;
                }
                field(addressLine2; Rec."Address 2")
                {
                    Caption = 'addressLine2', Locked = true;
                }
                field(city; Rec.City)
                {
                    Caption = 'city', Locked = true;
                }
                field(state; Rec.County)
                {
                    Caption = 'state', Locked = true;
                }
                field(postalCode; Rec."Post Code")
                {
                    Caption = 'postalCode', Locked = true;
                }
                field(country; Rec."Country/Region Code")
                {
                    Caption = 'country', Locked = true;
                }
                field(phoneNumber; Rec."Phone No.")
                {
                    Caption = 'phoneNumber', Locked = true;
                }
                field(email; Rec."E-Mail")
                {
                    Caption = 'email', Locked = true;
                }
                field(lastModifiedDateTime; Rec.SystemModifiedAt)
                {
                    Caption = 'lastModifiedDateTime', Locked = true;
                    Editable = false;
                }
            }
        }
    }
}
